package org.jiugai.engine;

import java.util.List;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A list of tasks that everybody finds in Tasklist, each person with his own tasks in it. There are no others: nobody makes filters of
 * his own.
 *
 * @param priority the smaller, the higher it stands
 * @param name Chinese
 * @param query with shipped expressions only
 */
public record SharedTaskList(int priority, String name, TaskQuery query) {
    /** The lists of a room. */
    public interface Source {
        List<SharedTaskList> taskLists();
    }
}
