package org.jiugai.documents;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded, as the operator sets it under {@code jiugai.files}. The defaults stand in {@code application.yaml}, and only
 * there.
 *
 * @param directory where the files lie
 * @param maxSize of one file
 * @param maxPerList files of one list of attachments
 * @param dwg whether drawings of AutoCAD are accepted
 * @param pdfDataAttachments whether a PDF may carry XML files, as electronic invoices do
 */
@ConfigurationProperties("jiugai.files")
record FileRules(
        Path directory,
        DataSize maxSize,
        int maxPerList,
        OpenUploads openUploads,
        boolean dwg,
        boolean pdfDataAttachments,
        Picture picture,
        Office office,
        Clamav clamav) {

    /**
     * Uploads that are not attached to anything yet.
     *
     * @param period older ones do not count
     * @param perPerson of one person, over all cases
     * @param sizePerPerson their size together
     * @param perCase of one case, by whomever
     */
    record OpenUploads(Duration period, int perPerson, DataSize sizePerPerson, int perCase) {}

    /**
     * @param maxPixels width times height
     * @param maxSide width or height, in pixels
     */
    record Picture(long maxPixels, long maxSide) {}

    /**
     * @param maxEntries files within the package
     * @param maxUnpacked their size together, unpacked
     * @param maxRatio how many times its packed size an entry may have; looked at from 1 MB on
     */
    record Office(int maxEntries, DataSize maxUnpacked, int maxRatio) {}

    /**
     * @param address {@code host:port}, or the path of a Unix socket; empty when nothing is scanned
     * @param timeout for the whole scan of one file
     */
    record Clamav(String address, Duration timeout) {}
}
