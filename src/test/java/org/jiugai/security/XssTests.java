package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.Browser;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.security.HostileHand.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** Scripts in every field that takes free text, on every page, task and view that shows the case. */
@ProcessTest
class XssTests {
    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Scenario scenario;

    @LocalServerPort
    private int port;

    @Test
    void sixtyScriptsAndMoreAreTried() {
        assertThat(HostileTexts.scripts()).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    @Test
    void everyFieldTakesTheTextAndEveryTextIsTaken() {
        HostileWalk walk = HostileWalk.of(beans);
        assertThat(walk.refused()).as("free text that was refused").isEmpty();
        assertThat(walk.said().stream().map(Said::text))
                .as("each text was said somewhere")
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(Stream.concat(HostileTexts.scripts().stream(), HostileTexts.expressions().stream()))
                .allSatisfy(
                        text -> assertThat(walk.said()).anyMatch(s -> s.text().startsWith(text)));
        assertThat(Commands.all().stream()
                        .flatMap(c -> Commands.fields(c).stream())
                        .filter(FreeTexts::isFree)
                        .map(Object::toString))
                .as("each free field was typed into")
                .allMatch(field -> walk.said().stream().anyMatch(s -> s.field().equals(field)));
    }

    @Test
    void noTextRunsInABrowser() {
        assertThat(HostileWalk.of(beans).sprung()).isEmpty();
    }

    /** What the case page shows it shows as the text that was typed. */
    @Test
    void theCasePageShowsTheTextsAsTexts() {
        HostileWalk walk = HostileWalk.of(beans);
        String page = scenario.signedIn(HostileCounty.WATCHER)
                .get("/cases/" + walk.run().caseNo())
                .body();
        List<String> shown = walk.said().stream()
                .map(Said::text)
                .distinct()
                .filter(text -> page.contains(HtmlUtils.htmlEscape(text)))
                .toList();
        assertThat(shown).hasSizeGreaterThan(40);
        // a text that is another one escaped stands in the page for that
        List<String> texts = walk.said().stream().map(Said::text).distinct().toList();
        assertThat(texts.stream().filter(text -> texts.stream()
                        .noneMatch(other -> HtmlUtils.htmlEscape(other).contains(text) && !other.equals(text))))
                .noneMatch(text -> Escaping.standsRaw(page, text));
    }

    /** A trap that catches nothing would prove nothing. */
    @Test
    void theTrapSprings() {
        try (Trap trap = new Trap(Browser.open(port, 1200))) {
            trap.be(scenario.signedIn("jiugai"));
            trap.look("/cases");
            assertThat(trap.sprung()).isEmpty();
            List<String> heard = HostileTexts.scripts().stream()
                    .filter(text -> text.matches("(?s).*<[a-z].*") && !text.matches("(?s).*(base |meta |&lt;).*"))
                    .filter(text -> {
                        int before = trap.sprung().size();
                        trap.browser()
                                .script(
                                        "document.querySelector('main').innerHTML = ''; document.querySelector('main').append(document.createRange().createContextualFragment(arguments[0]));",
                                        text);
                        trap.note(text);
                        return trap.sprung().size() > before;
                    })
                    .toList();
            assertThat(heard).hasSizeGreaterThan(35);
            trap.lookLong("/camunda/app/tasklist/default/");
            int before = trap.sprung().size();
            trap.browser().until("return !!document.querySelector('.ng-scope')");
            trap.browser()
                    .script(
                            """
                            const injector = angular.element(document.querySelector('.ng-scope')).injector();
                            const scope = injector.get('$rootScope').$new();
                            injector.get('$compile')('<b>' + arguments[0] + '</b>')(scope);
                            scope.$digest();""",
                            "{{constructor.constructor('boo()')()}}");
            trap.note("AngularJS");
            assertThat(trap.sprung()).hasSizeGreaterThan(before);
        }
    }
}
