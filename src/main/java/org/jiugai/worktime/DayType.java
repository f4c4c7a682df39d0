package org.jiugai.worktime;

/** How a period is counted: 日 or 工作日 (book 0.3, trap 4). */
public enum DayType {
    CALENDAR,
    WORKING
}
