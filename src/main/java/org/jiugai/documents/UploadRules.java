package org.jiugai.documents;

import java.util.List;

/**
 * What a form tells its people before they choose a file.
 *
 * @param extensions lower case, without a dot
 * @param maxBytes of one file
 * @param maxFiles of one list of attachments
 */
public record UploadRules(List<String> extensions, long maxBytes, int maxFiles) {}
