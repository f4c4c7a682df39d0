package org.jiugai.security;

import java.util.regex.Pattern;

/** What a text looks like in a page that lets it in. */
final class Escaping {
    /** In the quotes of our templates, which an escaped text cannot bring. */
    private static final Pattern ADDRESS = Pattern.compile(
            "\\s(href|src|action|formaction)=\"\\s*(javascript|vbscript|data):", Pattern.CASE_INSENSITIVE);

    private Escaping() {}

    /** Whether a letter that HTML reads as its own stands in the page as it was typed, or the text became an address. */
    static boolean standsRaw(String html, String text) {
        boolean markup = text.chars().anyMatch(c -> "<>\"'&".indexOf(c) >= 0);
        return markup && html.contains(text) || ADDRESS.matcher(html).find();
    }
}
