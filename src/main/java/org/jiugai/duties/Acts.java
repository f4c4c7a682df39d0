package org.jiugai.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiugai.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did which step. Rows are only ever added. */
@Repository
class Acts {
    private final JdbcClient jdbc;

    Acts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Duty duty, Actor actor, Instant now) {
        jdbc.sql(
                        """
                        insert into task_act (task_id, step, name, instance, case_id, person, office, on_behalf_of, done_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        duty.taskId(),
                        duty.step(),
                        duty.name(),
                        duty.instance(),
                        duty.caseId(),
                        actor.personId(),
                        actor.officeId(),
                        actor.onBehalfOf() == null ? null : actor.onBehalfOf().personId(),
                        Timestamp.from(now))
                .update();
    }

    /** The last of these steps that was done in the instance. */
    Optional<Act> lastIn(String instance, List<String> steps) {
        return last("instance = :in", instance, steps);
    }

    /** The same in the whole case. */
    Optional<Act> lastIn(long caseId, List<String> steps) {
        return last("case_id = :in", caseId, steps);
    }

    List<DoneStep> of(Collection<String> instances) {
        return jdbc.sql(
                        "select task_id, person, office, on_behalf_of, done_at from task_act where instance in (:instances) order by id")
                .param("instances", instances)
                .query(DoneStep.class)
                .list();
    }

    private Optional<Act> last(String where, Object in, List<String> steps) {
        return jdbc.sql("select step, name, person, office, on_behalf_of from task_act where " + where
                        + " and step in (:steps) order by id desc limit 1")
                .param("in", in)
                .param("steps", steps)
                .query(Act.class)
                .optional();
    }
}
