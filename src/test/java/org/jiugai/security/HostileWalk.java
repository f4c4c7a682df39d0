package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.ballot.Matter;
import org.jiugai.ballot.VoteManagement;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.NewCase;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.programme.AdmissionManagement;
import org.jiugai.programme.ProjectApplication;
import org.jiugai.security.HostileHand.Said;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One case from the street's application to the released retention money, in a county of hostile names, with hostile texts in every field
 * that takes free text. Walked once in a run of the tests; each test asks what came of it.
 */
final class HostileWalk {
    private static HostileWalk walked;
    private static AssertionError stuck;

    private final ApplicationContext beans;
    private final Scenario scenario;
    private final Rehearsal rehearsal;
    private final HostileHand hand = new HostileHand();
    private final Turns turns = new Turns();
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<OtherCase> others = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<String> sprung = new ArrayList<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final Set<String> forms = new HashSet<>();
    private final int songsBefore = Canary.songs();
    private CaseRun run;

    /** Comes to each form when it is open for the first time, before it is submitted. */
    interface Visitor {
        void visit(Task task, String person, Class<?> command, Map<String, Object> fields);
    }

    private HostileWalk(ApplicationContext beans) {
        this.beans = beans;
        this.scenario = beans.getBean(Scenario.class);
        this.rehearsal = new Rehearsal(beans);
    }

    static synchronized HostileWalk of(ApplicationContext beans) {
        if (stuck != null) throw stuck;
        if (walked == null) {
            HostileWalk walk = new HostileWalk(beans);
            try {
                walk.walk();
            } catch (RuntimeException | AssertionError failure) {
                stuck = new AssertionError("the walk ended early", failure);
                throw stuck;
            }
            walked = walk;
        }
        return walked;
    }

    private void walk() {
        scenario.withCounty().at(Scenario.FIRST_DAY);
        HostileCounty.load(beans.getBean(OrganisationSetup.class));
        others.add(OtherCase.walked(neighbour("JINAN-2024"), scenario));
        others.add(OtherCase.walked(scenario.openCase("JINAN-2024"), scenario));
        scenario.at(Scenario.FIRST_DAY);
        FormAttacks attacks = new FormAttacks(scenario, rehearsal, others);
        Extremes extremes = new Extremes(rehearsal);
        visitors.add(attacks);
        visitors.add(extremes);
        try (Watch watch = Watch.of(beans, hand)) {
            visitors.add(watch);
            voted();
            scenario.at(Scenario.FIRST_DAY);
            fromTheStreetToTheArchive();
            filed();
            answerFindings();
            watch.lookAtPages(run);
            sprung.addAll(watch.sprung());
        }
        attempts.addAll(attacks.attempts());
        attempts.addAll(extremes.attempts());
    }

    /** A case of the same county and street that is somebody else's business. */
    private CaseRun neighbour(String policy) {
        NewCase request = new NewCase(
                "邻居项目" + System.nanoTime(),
                HostileCounty.COUNTY,
                HostileCounty.STREET,
                2024,
                policy,
                Money.ofYuan("2000000.00"),
                List.of(new NewCase.Community("邻居小区", "hx-committee", 1995, 60, 3, Area.ofSquareMetres("5000.00"))),
                Map.of("employer", "hx-firm", "designer", "hx-designer"));
        TransactionTemplate transaction = new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
        return scenario.follow(transaction.execute(
                status -> beans.getBean(CaseManagement.class).open(request, Actor.SYSTEM)));
    }

    private void fromTheStreetToTheArchive() {
        run = scenario.follow(beans.getBean(CaseManagement.class).get(admitted()));
        run.typing(this::type).naming(() -> hand.words("upload", 60) + ".pdf");
        run.walkTo("management-mode");
        for (int i = 0; i < 2; i++) reportDefect();
        run.walkTo("the end");
    }

    /** The forms of an owners' vote, which fails. */
    private void voted() {
        CaseRun vote = neighbour("JINAN-2024");
        long community = vote.communityIds().get(0);
        scenario.residents.moveIn(vote.communities().get(0).registeredId(), 1, 4);
        beans.getBean(VoteManagement.class).propose(vote.caseId(), community, "v1", Set.of(Matter.ELEVATOR));
        vote.startProcess("owners-decision", Map.of("communityId", community, "voteDue", true));
        vote.typing(this::type);
        for (String form : List.of("set-up-vote", "confirm-vote", "notify-owners")) vote.finish(vote.task(form));
        vote.advanceTo(Scenario.FIRST_DAY.plusDays(25));
        for (String form : List.of("count-votes", "publish-notice")) vote.finish(vote.task(form));
        vote.advanceTo(Scenario.FIRST_DAY.plusDays(32));
        for (String form : List.of("close-notice", "handle-objections", "decide-failed-vote"))
            vote.finish(vote.task(form));
    }

    /** The one form that the policy of the long walk has no need of. */
    private void filed() {
        CaseRun filing = neighbour("TEST-FILING").walkTo("file-plan");
        filing.typing(this::type).finish(filing.task("file-plan"));
    }

    /** 入库: one project is refused by way of the exception, another is sent back once and admitted. */
    private long admitted() {
        String street = HostileCounty.STREET_CLERK;
        String office = HostileCounty.OFFICE_CLERK;
        ProjectApplication exception = applied("MANGSHI-2020");
        Map<String, Object> unfit = new HashMap<>(Applications.entry());
        unfit.put("fitForTotalRebuild", true);
        submit(exception.number(), "apply-project", street, unfit);
        submit(exception.number(), "library-review", office, Applications.review("ADMIT"));
        submit(exception.number(), "override-admission", "ha2", Map.of("decision", "REFUSE", "comment", "不同意"));
        ProjectApplication application = applied("JINAN-2024");
        submit(application.number(), "apply-project", street, Applications.entry());
        submit(application.number(), "library-review", office, Applications.review("SUPPLEMENT"));
        submit(application.number(), "complete-library-application", street, Applications.entry());
        submit(application.number(), "library-review", office, Applications.review("ADMIT"));
        return beans.getBean(AdmissionManagement.class).get(application.id()).caseId();
    }

    private ProjectApplication applied(String policy) {
        Answer page = scenario.signedIn(HostileCounty.STREET_CLERK)
                .postForm("/programme/apply", Map.of("year", "2024", "policy", policy));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return beans.getBean(AdmissionManagement.class).applications(Set.of(HostileCounty.COUNTY)).stream()
                .max(Comparator.comparing(ProjectApplication::id))
                .orElseThrow();
    }

    private void submit(String number, String form, String person, Map<String, Object> fields) {
        Task task = beans
                .getBean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .initializeFormKeys()
                .list()
                .stream()
                .filter(t -> CaseRun.formOf(t).equals(form))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open " + form));
        Client client = scenario.signedIn(person);
        String path = "/camunda/api/engine/engine/default/task/" + task.getId();
        client.post(path + "/claim", Map.of("userId", person));
        Map<String, Object> typed = type(task, person, fields);
        Answer answer = client.post(path + "/submit-form", Applications.submission(typed));
        assertThat(answer.status()).as("%s: %s", form, answer.body()).isEqualTo(204);
    }

    private Map<String, Object> type(Task task, String person, Map<String, Object> plain) {
        String form = CaseRun.formOf(task);
        int nth = turns.next(form);
        // nobody accepts anew on the day on which he refused
        if (form.equals("final-acceptance") && nth > 1)
            run.advanceTo(scenario.today().plusDays(1));
        Class<?> command = rehearsal.command(task);
        Map<String, Object> typed = accepted(task, person, command, Turns.taken(form, nth, plain, scenario.today()));
        if (forms.add(form)) visitors.forEach(visitor -> visitor.visit(task, person, command, typed));
        return typed;
    }

    /** With every field as hostile as it may be; what is refused is noted and the clerk's own words stay. */
    private Map<String, Object> accepted(Task task, String person, Class<?> command, Map<String, Object> plain) {
        String form = CaseRun.formOf(task);
        Set<String> spared = new HashSet<>();
        for (int attempt = 0; attempt < 6; attempt++) {
            int before = hand.said().size();
            Map<String, Object> typed = hand.fill(form, command, plain, spared);
            RuntimeException thrown = rehearsal.of(task, person, typed);
            if (thrown == null) return typed;
            hand.said().subList(before, hand.said().size()).clear();
            RuleViolation refusal = refusal(thrown);
            if (refusal == null) throw new AssertionError(form + " with " + typed, thrown);
            for (RuleViolation.Fault fault : refusal.faults()) {
                String field = command.getSimpleName() + "." + fault.field().replaceAll("\\[\\d+]", "");
                spared.add(field);
                refused.put(form + " " + field, fault.message());
            }
        }
        return plain;
    }

    static RuleViolation refusal(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause())
            if (t instanceof RuleViolation violation) return violation;
        return null;
    }

    private void answerFindings() {
        List<Long> open = scenario.jdbc
                .sql("select id from case_finding where case_id = ? and answer is null")
                .param(run.caseId())
                .query(Long.class)
                .list();
        assertThat(open).isNotEmpty();
        for (long finding : open) {
            Answer answer = scenario.signedIn(HostileCounty.OFFICE_CLERK)
                    .postForm(
                            "/cases/" + run.caseNo() + "/findings/" + finding,
                            Map.of("answer", hand.words("finding", 300)));
            assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        }
    }

    private void reportDefect() {
        Answer answer = scenario.signedIn(HostileCounty.WATCHER)
                .postForm(
                        "/cases/" + run.caseNo() + "/defects",
                        Map.of(
                                "description", hand.words("report-defect", 500),
                                "location", hand.words("report-defect", 100)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    }

    CaseRun run() {
        return run;
    }

    /** The forms of all models. */
    static Set<String> shippedForms() {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Said> said() {
        return List.copyOf(hand.said());
    }

    /** Fields that did not take the hostile text, with the reason. */
    Map<String, String> refused() {
        return refused;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    List<OtherCase> others() {
        return others;
    }

    /** What ran or was drawn in the browser that should have been a text; empty too when there is no browser. */
    List<String> sprung() {
        return sprung;
    }

    Set<String> forms() {
        return forms;
    }

    /** How often a text was evaluated on the way. */
    int songs() {
        return Canary.songs() - songsBefore;
    }
}
