package org.jiugai.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jiugai.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSizeTest {
    private static final byte[] JPG = SampleFiles.picture("jpg", 640, 480);
    private static final byte[] PNG = SampleFiles.picture("png", 640, 480);

    @TempDir
    Path folder;

    private FileChecks checks;

    @BeforeEach
    void open() {
        checks = new FileChecks(folder);
    }

    @Test
    void sizeAndEndAreReadFromTheHeaders() throws Exception {
        Path jpg = Files.write(folder.resolve("a.jpg"), PolyglotTest.join(JPG, new byte[9]));
        Path png = Files.write(folder.resolve("a.png"), PolyglotTest.join(PNG, new byte[9]));
        assertThat(PictureSize.jpeg(jpg)).isEqualTo(new PictureSize(640, 480, JPG.length));
        assertThat(PictureSize.png(png)).isEqualTo(new PictureSize(640, 480, PNG.length));
    }

    @Test
    void pictureThatClaimsToBeHugeIsRefusedThoughItsFileIsSmall() {
        checks.refuses(sized(PNG, 16, 30_000, 30_000), "a.png", "pictureTooLarge");
        checks.refuses(sized(PNG, 16, 40_000, 1), "a.png", "pictureTooLarge");
        checks.refuses(sized(PNG, 16, 1, 40_000), "a.png", "pictureTooLarge");
        checks.refuses(sized(PNG, 16, -1, -1), "a.png", "pictureTooLarge");
        checks.refuses(frame(60_000, 60_000), "a.jpg", "pictureTooLarge");
        assertThat(checks.kind(sized(PNG, 16, 14_000, 14_000), "a.png")).isEqualTo(FileKind.PNG);
        assertThat(checks.kind(frame(9933, 14_043), "a.jpg")).isEqualTo(FileKind.JPG);
    }

    @Test
    void limitsAreTheOperators() {
        checks.with("picture.max-pixels", 640 * 480 - 1).refuses(PNG, "a.png", "pictureTooLarge");
        checks.with("picture.max-side", 639).refuses(JPG, "a.jpg", "pictureTooLarge");
    }

    @Test
    void laterFrameCountsAsTheFirst() {
        byte[] huge = frame(60_000, 60_000);
        int at = frameOf(JPG);
        byte[] second = Arrays.copyOfRange(huge, at - 2, at + 17);
        checks.refuses(
                PolyglotTest.join(Arrays.copyOf(JPG, at + 17), second, Arrays.copyOfRange(JPG, at + 17, JPG.length)),
                "a.jpg",
                "pictureTooLarge");
    }

    @Test
    void pictureThatIsCutOffOrHasNoSizeIsRefused() {
        for (int length : new int[] {20, 100, JPG.length / 2, JPG.length - 1})
            checks.refuses(Arrays.copyOf(JPG, length), "a.jpg", "damaged");
        for (int length : new int[] {20, 40, PNG.length / 2, PNG.length - 1})
            checks.refuses(Arrays.copyOf(PNG, length), "a.png", "damaged");
        checks.refuses(sized(PNG, 16, 0, 10), "a.png", "damaged");
        checks.refuses(frame(0, 10), "a.jpg", "damaged");
    }

    private static byte[] sized(byte[] png, int at, int width, int height) {
        byte[] changed = png.clone();
        ByteBuffer.wrap(changed).putInt(at, width).putInt(at + 4, height);
        return changed;
    }

    private static byte[] frame(int width, int height) {
        byte[] changed = JPG.clone();
        int at = frameOf(JPG);
        ByteBuffer.wrap(changed).putShort(at + 3, (short) height).putShort(at + 5, (short) width);
        return changed;
    }

    /** Where the length of the frame's header stands. */
    private static int frameOf(byte[] jpg) {
        for (int i = 2; i < jpg.length; i++)
            if (jpg[i] == (byte) 0xff && (jpg[i + 1] == (byte) 0xc0 || jpg[i + 1] == (byte) 0xc2)) return i + 2;
        throw new AssertionError();
    }
}
