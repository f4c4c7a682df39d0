package org.jiugai.security;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.Browser;
import org.jiugai.SignedInClients.Client;

/**
 * A browser in which every script of {@code xss.txt} makes itself heard: dialogs, the function {@code boo}, elements that carry either. A
 * page's own policy is ignored, so that it does not hide what the page lets in.
 */
final class Trap implements AutoCloseable {
    private static final String LAID =
            """
            window.sprung = [];
            for (const name of ['boo', 'alert', 'prompt', 'confirm', 'print']) {
              window[name] = (...what) => { (window.top.sprung || window.sprung).push(name + '(' + what + ') at ' + location.href); return 'boo'; };
            }
            """;
    /** Elements that only a text could have brought: handlers, addresses, styles, scripts with a word of the trap in them; what AngularJS computed. */
    private static final String FOUND =
            """
            const found = [...window.sprung];
            const armed = /\\b(boo|alert|prompt|confirm)\\b|javascript:|vbscript:/;
            const carries = /^(on.*|href|src|action|formaction|srcdoc|data|content|style|xlink:href|ng-.*|attributename)$/i;
            for (const element of document.querySelectorAll('*')) {
              for (const a of element.attributes) {
                if (carries.test(a.name) && armed.test(a.value)) found.push('<' + element.localName + ' ' + a.name + '=' + a.value + '>');
              }
              if (/^(script|style|template|noscript)$/.test(element.localName) && /\\bboo\\(/.test(element.textContent)) {
                found.push('<' + element.localName + '>' + element.textContent);
              }
              if (/^(xss|marquee|isindex|math|mglyph)$/.test(element.localName)) found.push('<' + element.localName + '>');
            }
            if (document.body && document.body.textContent.includes('8102520147')) found.push('AngularJS computed a product');
            return found.join('\\n');
            """;

    private final Browser browser;
    private final List<String> sprung = new ArrayList<>();

    Trap(Browser browser) {
        this.browser = browser;
        browser.ignoreContentSecurityPolicy();
        browser.beforeEveryPage(LAID);
    }

    void be(Client person) {
        browser.be(person);
    }

    /** Opens a page and notes what it did. */
    void look(String path) {
        browser.go(path);
        note(path);
    }

    /** The same for a page that fetches what it shows. */
    void lookLong(String path) {
        browser.go(path);
        browser.quiet();
        note(path);
    }

    void note(String where) {
        browser.settle();
        String found = String.valueOf(browser.script(FOUND));
        if (!found.isEmpty()) sprung.add(where + ": " + found);
        browser.script("window.sprung.length = 0");
    }

    Browser browser() {
        return browser;
    }

    List<String> sprung() {
        return sprung;
    }

    @Override
    public void close() {
        browser.close();
    }
}
