package org.jiugai;

import java.util.List;

/** What is wrong with the screen that a phone shows now: too wide, too small to read, too small to touch. */
final class PhoneScreen {
    /** Elements for screen readers only are left out. Boxes to tick count by their label, files by their button. */
    private static final String PROBE =
            """
            const [width, text, touch] = arguments;
            const faults = [];
            const page = Math.max(innerWidth, document.scrollingElement.scrollWidth);
            if (page > width) faults.push(`the page is ${page} wide`);
            const drawn = (e) => {
              const box = e.getBoundingClientRect();
              if (box.width <= 1 || box.height <= 1 || getComputedStyle(e).visibility === 'hidden') return false;
              for (let p = e; p; p = p.parentElement) {
                const { clip, clipPath } = getComputedStyle(p);
                if (clip === 'rect(0px, 0px, 0px, 0px)' || clipPath === 'inset(50%)') return false;
              }
              return true;
            };
            const told = (e) => `${e.localName}.${e.className} “${(e.innerText || '').trim().slice(0, 20)}”`;
            for (const e of [...document.body.querySelectorAll('*')].filter(drawn)) {
              const box = e.getBoundingClientRect();
              if (box.right > width + 1 || box.left < -1) faults.push(`outside: ${told(e)}`);
              const words = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
              if (words && parseFloat(getComputedStyle(e).fontSize) < text) faults.push(`hard to read: ${told(e)}`);
              const thumb = e.matches('a, button, select, textarea, summary, .radio-inline, .checkbox label')
                || e.matches('input:not([type=radio], [type=checkbox], [type=file])');
              if (thumb && Math.min(box.width, box.height) < touch) faults.push(`hard to touch: ${told(e)}`);
            }
            return faults;
            """;

    private PhoneScreen() {}

    /** WCAG AA: words against what is behind them at least 4.5 to 1, large ones 3 to 1; every field has a name, every picture a text. */
    private static final String ACCESS =
            """
            const faults = [];
            const parts = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
            const light = ([r, g, b]) => {
              const [x, y, z] = [r, g, b].map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
              return 0.2126 * x + 0.7152 * y + 0.0722 * z;
            };
            const behind = (e) => {
              for (let p = e; p; p = p.parentElement) {
                const c = parts(getComputedStyle(p).backgroundColor);
                if (c.length === 3 || c[3] > 0.99) return c;
              }
              return [255, 255, 255];
            };
            for (const e of document.body.querySelectorAll('*')) {
              const words = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
              if (!words || !e.getClientRects().length) continue;
              const style = getComputedStyle(e);
              const [a, b] = [light(parts(style.color)), light(behind(e))].sort((x, y) => y - x);
              const ratio = (a + 0.05) / (b + 0.05);
              const size = parseFloat(style.fontSize);
              const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
              if (ratio < (large ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(1)}: ${e.localName} “${e.textContent.trim().slice(0, 20)}”`);
            }
            for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
              if (!(e.labels && e.labels.length) && !e.getAttribute('aria-label')) faults.push(`field without a name: ${e.name}`);
            }
            for (const e of document.querySelectorAll('img:not([alt])')) faults.push(`picture without a text: ${e.src}`);
            if (!document.documentElement.lang.startsWith('zh')) faults.push('the language of the page is not named');
            if (!document.title) faults.push('the page has no title');
            if (document.querySelectorAll('h1').length !== 1) faults.push('not one first heading');
            return faults;
            """;

    /** The faults, in words. */
    static List<String> faults(Browser phone) {
        return faults(phone, Browser.PHONE);
    }

    /** The same for a screen so many points wide. */
    static List<String> faults(Browser phone, int width) {
        return list(phone.script(PROBE, width, 14, 39.5));
    }

    /** What keeps people from reading or filling in the page. */
    static List<String> barriers(Browser browser) {
        return list(browser.script(ACCESS));
    }

    private static List<String> list(Object faults) {
        return ((List<?>) faults).stream().map(String::valueOf).toList();
    }
}
