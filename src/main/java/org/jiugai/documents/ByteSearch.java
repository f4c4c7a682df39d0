package org.jiugai.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for byte patterns in a file of any size; each byte is one character of the pattern. */
final class ByteSearch {
    private static final int PIECE = 256 * 1024;
    /** Pieces overlap by this much, so that no match of that length is cut in two. */
    private static final int LONGEST_MATCH = 32;

    private ByteSearch() {}

    /** The first bytes, or all when there are fewer. */
    static String start(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return text(in.readNBytes(length));
        }
    }

    /** Whether the pattern occurs behind that many bytes. */
    static boolean finds(Pattern pattern, Path file, long from) throws IOException {
        return count(pattern, file, from, 1) > 0;
    }

    /** How often the pattern occurs behind that many bytes; stops counting at {@code enough}. */
    static int count(Pattern pattern, Path file, long from, int enough) throws IOException {
        int count = 0;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            String carried = "";
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                String window = carried + text(piece);
                int keep = Math.max(0, window.length() - LONGEST_MATCH);
                Matcher matcher = pattern.matcher(window);
                int counted = 0;
                while (matcher.find()) {
                    counted = matcher.end();
                    if (++count >= enough) return count;
                }
                carried = window.substring(Math.max(keep, counted));
            }
        }
        return count;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
