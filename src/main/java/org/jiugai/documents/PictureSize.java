package org.jiugai.documents;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the headers of a picture say, read without decoding a pixel.
 *
 * @param end how many bytes the picture has; what stands behind them does not belong to it
 */
record PictureSize(long width, long height, long end) {
    private static final int MARKER = 0xff;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int PNG_HEADER = 0x49484452;
    private static final int PNG_END = 0x49454e44;

    /** @throws FileRefused when it is not whole */
    static PictureSize jpeg(Path file) throws IOException {
        try (CountedInput counted = new CountedInput(file);
                DataInputStream in = new DataInputStream(counted)) {
            in.skipNBytes(2);
            long width = 0;
            long height = 0;
            for (int marker = nextMarker(in); marker != END_OF_IMAGE; marker = nextMarker(in)) {
                if (marker == 0x01) continue;
                int length = in.readUnsignedShort() - 2;
                if (isFrame(marker) && length >= 5) {
                    in.skipNBytes(1);
                    height = Math.max(height, in.readUnsignedShort());
                    width = Math.max(width, in.readUnsignedShort());
                    length -= 5;
                }
                if (length < 0) throw new EOFException();
                in.skipNBytes(length);
            }
            return whole(new PictureSize(width, height, counted.count()), "JPG");
        } catch (EOFException e) {
            throw FileRefused.damaged("JPG");
        }
    }

    /** @throws FileRefused when it is not whole */
    static PictureSize png(Path file) throws IOException {
        try (CountedInput counted = new CountedInput(file);
                DataInputStream in = new DataInputStream(counted)) {
            in.skipNBytes(8);
            long width = 0;
            long height = 0;
            while (true) {
                long length = Integer.toUnsignedLong(in.readInt());
                int chunk = in.readInt();
                if (chunk == PNG_HEADER && length >= 8) {
                    width = Math.max(width, Integer.toUnsignedLong(in.readInt()));
                    height = Math.max(height, Integer.toUnsignedLong(in.readInt()));
                    length -= 8;
                }
                in.skipNBytes(length + Integer.BYTES);
                if (chunk == PNG_END) return whole(new PictureSize(width, height, counted.count()), "PNG");
            }
        } catch (EOFException e) {
            throw FileRefused.damaged("PNG");
        }
    }

    /** The next marker that is not part of coded pixels. */
    private static int nextMarker(DataInputStream in) throws IOException {
        while (true) {
            if (in.readUnsignedByte() != MARKER) continue;
            int code = in.readUnsignedByte();
            while (code == MARKER) code = in.readUnsignedByte();
            boolean coded = code == 0 || code >= 0xd0 && code <= 0xd8;
            if (!coded) return code;
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static PictureSize whole(PictureSize size, String kind) {
        if (size.width == 0 || size.height == 0) throw FileRefused.damaged(kind);
        return size;
    }

    boolean exceeds(FileRules.Picture limits) {
        return width > limits.maxSide() || height > limits.maxSide() || width * height > limits.maxPixels();
    }
}
