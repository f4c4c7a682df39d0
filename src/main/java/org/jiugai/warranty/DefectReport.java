package org.jiugai.warranty;

import java.util.List;
import java.util.UUID;

/**
 * What an office reports. Names and telephone numbers of residents stay out of it.
 *
 * @param location building, unit, place
 * @param urgent leaking, blocked, no electricity: to be repaired at once
 */
public record DefectReport(String description, String location, boolean urgent, List<UUID> photos) {}
