package org.jiugai.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * Everything of the full history except what a form sent: the engine would keep the text a second time, in a column of 4 000 characters, and
 * refuse every longer form. It lies in the tables of the rooms, and its digest in the record.
 */
final class HistoryWithoutForms extends HistoryLevelFull {
    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return type != HistoryEventTypes.FORM_PROPERTY_UPDATE && super.isHistoryEventProduced(type, entity);
    }
}
