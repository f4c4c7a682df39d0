package org.jiugai.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The record at the end of a ZIP archive, by which unpackers find its directory: where it stands there is an archive, whatever the
 * file begins with.
 *
 * @param entries as the record says
 * @param directory where the directory begins, as the record says
 * @param directorySize as the record says
 * @param at where the record stands
 * @param end where record and comment end
 */
record ZipEnd(int entries, long directory, long directorySize, long at, long end) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LARGE_END_SIGNATURE = 0x06064b50;
    private static final int LARGE_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LENGTH = 22;
    private static final int LARGE_LENGTH = 56 + 20;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY_LENGTH = 46;

    /** The last such record that a directory stands before. Bytes that only look like one are passed over. */
    static Optional<ZipEnd> find(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - LENGTH - LONGEST_COMMENT);
            ByteBuffer tail = read(channel, start, (int) (channel.size() - start));
            for (int at = tail.limit() - LENGTH; at >= 0; at--) {
                if (tail.getInt(at) != SIGNATURE) continue;
                ZipEnd found = new ZipEnd(
                        Short.toUnsignedInt(tail.getShort(at + 10)),
                        Integer.toUnsignedLong(tail.getInt(at + 16)),
                        Integer.toUnsignedLong(tail.getInt(at + 12)),
                        start + at,
                        start + at + LENGTH + Short.toUnsignedInt(tail.getShort(at + 20)));
                if (found.hasDirectory(channel)) return Optional.of(found);
            }
            return Optional.empty();
        }
    }

    private boolean hasDirectory(FileChannel channel) throws IOException {
        return isSignature(channel, directory, ENTRY_SIGNATURE)
                || isSignature(channel, at - directorySize, ENTRY_SIGNATURE)
                || isSignature(channel, at - 20, LARGE_LOCATOR_SIGNATURE);
    }

    /**
     * Whether the record tells the truth and nothing stands behind it: then every reader finds this directory and no other, which is not
     * larger than so many entries can be.
     */
    boolean isSound(Path file, int mostEntries) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (end != channel.size() || entries > mostEntries) return false;
            if (directorySize > (long) mostEntries * (ENTRY_LENGTH + 1024)) return false;
            long gap = at - directory - directorySize;
            return gap == 0 || gap == LARGE_LENGTH && largeRecordAgrees(channel);
        }
    }

    /** Some writers add the record for archives over 4 GB to every archive. */
    private boolean largeRecordAgrees(FileChannel channel) throws IOException {
        ByteBuffer large = read(channel, at - LARGE_LENGTH, LARGE_LENGTH);
        return large.limit() == LARGE_LENGTH
                && large.getInt(0) == LARGE_END_SIGNATURE
                && large.getLong(48) == directory
                && large.getInt(56) == LARGE_LOCATOR_SIGNATURE
                && large.getLong(64) == at - LARGE_LENGTH;
    }

    private static boolean isSignature(FileChannel channel, long position, int signature) throws IOException {
        if (position < 0 || position + Integer.BYTES > channel.size()) return false;
        return read(channel, position, Integer.BYTES).getInt(0) == signature;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (read >= 0 && buffer.hasRemaining()) read = channel.read(buffer, position + buffer.position());
        return buffer.flip();
    }
}
