package org.jiugai.kernel;

import java.text.Normalizer;

/** Compares Chinese names as people mean them: full width, Kangxi radicals and blanks make no difference (book 0.3, trap 1). */
public final class NameKey {
    private NameKey() {}

    public static String of(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]+", "");
    }
}
