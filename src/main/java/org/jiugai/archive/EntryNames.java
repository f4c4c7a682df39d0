package org.jiugai.archive;

import java.util.regex.Pattern;
import org.jiugai.chronicle.CaseDossier.Model;
import org.jiugai.documents.StoredDocument;

/** Names inside the package that every system can unpack: no way out of the folder, none twice. */
final class EntryNames {
    private static final int LONGEST = 100;
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\\"<>|:*?]");

    private EntryNames() {}

    /** The id comes first, so that equal names stay apart and no name is a device's. */
    static String of(StoredDocument document) {
        return "files/" + document.id() + "-" + clean(document.originalName());
    }

    static String of(Model model, String ending) {
        return "models/" + clean(model.id()) + "-v" + model.version() + ending;
    }

    private static String clean(String name) {
        String clean = HARMFUL.matcher(name).replaceAll("_").replaceAll("[.\\s]+$", "");
        int from = Math.max(0, clean.length() - LONGEST);
        if (from > 0 && Character.isLowSurrogate(clean.charAt(from))) from++;
        return clean.substring(from);
    }
}
