package org.jiugai.worktime;

/** The calendar of a year was published here: what was counted without it must be counted again. */
public record CalendarYearLoaded(int year) {}
