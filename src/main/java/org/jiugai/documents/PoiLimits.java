package org.jiugai.documents;

import org.apache.poi.openxml4j.util.ZipSecureFile;

/** POI's own limits, a second line behind {@link OfficeZip}. They hold for the whole process. */
final class PoiLimits {
    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST_ENTRY = 64L * 1024 * 1024;
    private static final long LARGEST_TEXT = 10L * 1024 * 1024;

    private PoiLimits() {}

    static void set() {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
        ZipSecureFile.setMaxTextSize(LARGEST_TEXT);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    }
}
