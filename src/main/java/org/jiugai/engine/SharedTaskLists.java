package org.jiugai.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the stored filters of the engine to the shared task lists, exactly as they are shipped. */
@Component
class SharedTaskLists {
    private static final Logger LOG = LoggerFactory.getLogger(SharedTaskLists.class);
    private final FilterService filters;
    private final ObjectProvider<SharedTaskList.Source> sources;

    SharedTaskLists(FilterService filters, ObjectProvider<SharedTaskList.Source> sources) {
        this.filters = filters;
        this.sources = sources;
    }

    /** Writes what is missing or differs, removes the rest; the ids of the filters. */
    List<String> reconcile() {
        Map<String, SharedTaskList> shipped = sources.stream()
                .flatMap(source -> source.taskLists().stream())
                .collect(Collectors.toMap(SharedTaskList::name, Function.identity()));
        for (Filter filter : filters.createFilterQuery().list()) {
            SharedTaskList list = shipped.remove(filter.getName());
            if (list == null) {
                LOG.warn("removed the filter {} ({}): it is not shipped", filter.getName(), filter.getId());
                filters.deleteFilter(filter.getId());
            } else {
                write(list, Optional.of(filter));
            }
        }
        shipped.values().forEach(list -> write(list, Optional.empty()));
        return filters.createFilterQuery().list().stream().map(Filter::getId).toList();
    }

    private void write(SharedTaskList list, Optional<Filter> found) {
        Filter wanted = filters.newTaskFilter()
                .setName(list.name())
                .setQuery(list.query())
                .setProperties(Map.of("priority", list.priority(), "refresh", true, "showUndefinedVariable", false));
        if (found.isEmpty()) {
            filters.saveFilter(wanted);
        } else if (differ(found.get(), wanted)) {
            LOG.warn(
                    "restored the filter {} ({}) as it is shipped",
                    list.name(),
                    found.get().getId());
            filters.saveFilter(found.get().setQuery(list.query()).setProperties(wanted.getProperties()));
        }
    }

    private static boolean differ(Filter found, Filter wanted) {
        return !((FilterEntity) found).getQueryInternal().equals(((FilterEntity) wanted).getQueryInternal());
    }
}
