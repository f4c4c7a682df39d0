package org.jiugai.engine;

import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Moves a timer for which an instance waits: the date on which it rests was counted again. */
@Component
public class TimerDates {
    private final RuntimeService runtime;
    private final ManagementService management;

    TimerDates(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /**
     * Sets variable and timer to the date. Where nobody waits for the timer any more, nothing happens.
     *
     * @param event id of the timer's event in the model
     * @param variable which id identifies the instance
     * @param date the variable that the timer reads
     */
    public <T> void move(String event, ProcessVariable<T> variable, T value, ProcessVariable<Date> date, Date due) {
        instances(variable, value).forEach(instance -> timers(event, instance).forEach(job -> {
            runtime.setVariable(instance, date.name(), due);
            management.setJobDuedate(job.getId(), due);
        }));
    }

    /**
     * Sets each timer of the event to the date of what its own execution is about: several may wait in one instance.
     *
     * @param subject the variable that tells what an execution is about
     */
    public <T, S> void recount(
            String event,
            ProcessVariable<T> variable,
            T value,
            ProcessVariable<S> subject,
            Function<? super S, Date> due) {
        instances(variable, value).forEach(instance -> timers(event, instance)
                .forEach(job ->
                        management.setJobDuedate(job.getId(), due.apply(subject.get(runtime, job.getExecutionId())))));
    }

    private <T> Stream<String> instances(ProcessVariable<T> variable, T value) {
        return runtime.createProcessInstanceQuery().variableValueEquals(variable.name(), value).list().stream()
                .map(ProcessInstance::getId);
    }

    private List<Job> timers(String event, String instance) {
        return management
                .createJobQuery()
                .timers()
                .activityId(event)
                .processInstanceId(instance)
                .list();
    }
}
