package org.jiugai.documents;

/** The name under which a file was uploaded, made harmless: no folders, no control characters, not endless. */
final class DisplayName {
    private static final int LONGEST = 200;

    private DisplayName() {}

    static String of(String originalName) {
        String bare =
                originalName.substring(Math.max(originalName.lastIndexOf('/'), originalName.lastIndexOf('\\')) + 1);
        String clean = bare.replaceAll("[\\p{Cc}\\p{Cf}\"<>|:*?]", "_").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(clean.length() - LONGEST);
    }
}
