package org.jiugai.printing;

import java.io.InputStream;
import java.util.Objects;

/** The Chinese font that comes with the application, as a dependency (SIL Open Font License); the machine's fonts are never asked. */
public final class Fonts {
    public static final String FAMILY = "Noto Sans SC";

    private Fonts() {}

    public static InputStream regular() {
        return open("NotoSansSC-Regular.ttf");
    }

    public static InputStream bold() {
        return open("NotoSansSC-Bold.ttf");
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                Fonts.class.getResourceAsStream("/fonts/ttf/NotoSansSC/" + file),
                "font " + file + " is not on the class path");
    }
}
