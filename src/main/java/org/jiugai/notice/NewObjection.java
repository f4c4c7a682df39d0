package org.jiugai.notice;

import org.jspecify.annotations.Nullable;

/**
 * What a resident objects on the public page.
 *
 * @param objector his name; may be missing when he stays anonymous
 * @param unitId his household, when he came with its code
 */
public record NewObjection(@Nullable String objector, boolean anonymous, String content, @Nullable Long unitId) {}
