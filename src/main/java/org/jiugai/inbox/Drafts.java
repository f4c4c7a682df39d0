package org.jiugai.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jiugai.engine.TaskCompleted;
import org.jiugai.kernel.Unrecorded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 暂存: what somebody typed and has not sent. Not a fact of the case; deleted when the task is completed. */
@Service
@Transactional
@Unrecorded("what was typed and not sent is no fact")
public class Drafts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<String> find(String taskId, String person) {
        return jdbc.sql("select content from task_draft where task_id = ? and person = ?")
                .params(taskId, person)
                .query(String.class)
                .optional();
    }

    /** Keeps the model of the form as JSON text. */
    public void keep(String taskId, String person, String json) {
        jdbc.sql(
                        """
                        insert into task_draft (task_id, person, content, saved_at) values (?, ?, ?, ?)
                        on conflict (task_id, person) do update set content = excluded.content, saved_at = excluded.saved_at""")
                .params(taskId, person, json, Timestamp.from(clock.instant()))
                .update();
    }

    public void discard(String taskId, String person) {
        jdbc.sql("delete from task_draft where task_id = ? and person = ?")
                .params(taskId, person)
                .update();
    }

    @EventListener
    void on(TaskCompleted completed) {
        jdbc.sql("delete from task_draft where task_id = ?")
                .param(completed.taskId())
                .update();
    }
}
