package org.jiugai.sheets;

/** A column of a sheet by the name in its header. */
public interface SheetColumn {
    String label();

    /** Whether the sheet is refused without it. */
    boolean isRequired();
}
