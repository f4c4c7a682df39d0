package org.jiugai.audit;

import java.nio.file.Path;

/** A file in the folder of anchors is no anchor: damaged, or changed. */
public class AnchorUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnchorUnreadable(Path file, Exception cause) {
        super("锚点文件无法读取：" + file, cause);
    }
}
