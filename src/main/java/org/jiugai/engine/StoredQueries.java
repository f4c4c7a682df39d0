package org.jiugai.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/** A stored query carries the shipped expressions only: looked at when it is saved, and before it is run, whoever wrote its row. */
class StoredQueries extends FilterManager {
    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        QueryExpressions.requireShipped(queryOf(filter));
        return super.insertOrUpdateFilter(filter);
    }

    @Override
    public FilterEntity findFilterById(String filterId) {
        FilterEntity filter = super.findFilterById(filterId);
        if (filter != null) QueryExpressions.requireShipped(queryOf(filter));
        return filter;
    }

    private static AbstractQuery<?, ?> queryOf(Filter filter) {
        return filter.getQuery();
    }
}
