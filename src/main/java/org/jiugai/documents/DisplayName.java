package org.jiugai.documents;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name under which a file was uploaded, made harmless for whoever saves it under that name: no folders, no signs that are not seen
 * or turn the line round, none that file systems or pages take for their own, not endless. It never becomes a path here.
 */
final class DisplayName {
    private static final int LONGEST = 200;
    private static final String NAMELESS = "附件";
    /** Controls and formats (also U+202E), lone surrogates, line separators; what file systems and HTML use. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"<>|:*?]");

    private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private DisplayName() {}

    static String of(String originalName) {
        String bare =
                originalName.substring(Math.max(originalName.lastIndexOf('/'), originalName.lastIndexOf('\\')) + 1);
        String clean =
                HARMFUL.matcher(Normalizer.normalize(bare, Normalizer.Form.NFC)).replaceAll("_");
        String name = EDGES.matcher(clean).replaceAll("");
        if (name.isEmpty()) return NAMELESS;
        return end(DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /** The end of a long name, where its extension is, without cutting a sign in two. */
    private static String end(String name) {
        if (name.length() <= LONGEST) return name;
        int from = name.length() - LONGEST;
        return name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }
}
