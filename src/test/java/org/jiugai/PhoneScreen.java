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

    /** The faults, in words. */
    static List<String> faults(Browser phone) {
        return ((List<?>) phone.script(PROBE, Browser.PHONE, 14, 39.5))
                .stream().map(String::valueOf).toList();
    }
}
