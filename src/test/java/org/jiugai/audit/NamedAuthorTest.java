package org.jiugai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens to a case has an author: a person, or the system. */
@ProcessTest
class NamedAuthorTest {
    @Autowired
    Scenario scenario;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService jobs;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    @Test
    void neitherTheEnginesLogNorTheRecordHasARowWithoutAuthor() {
        CaseRun run = scenario.openCase("TOWN-LT");
        // two rounds with their notices: tasks, service tasks, and the timers at which a notice is over
        run.walkTo("review-intake");
        List<String> authors = instances(run).stream()
                .flatMap(instance -> history.createUserOperationLogQuery().processInstanceId(instance).list().stream())
                .map(UserOperationLogEntry::getUserId)
                .toList();
        assertThat(authors).isNotEmpty().doesNotContainNull().contains("system", "yunlu");
        assertThat(history.createUserOperationLogQuery()
                        .userId("system")
                        .operationType("Execute")
                        .count())
                .isPositive();
        assertThat(jdbc.sql("select count(*) from act_hi_op_log where coalesce(user_id_, '') = ''")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select proc_def_key_ from act_hi_procinst where start_user_id_ is null")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql("select distinct person from audit_entry where case_id = ?")
                        .param(run.caseId())
                        .query(String.class)
                        .list())
                .contains("system", "yunlu")
                .noneMatch(String::isBlank);
        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    @Test
    void theJobExecutorActsAsTheSystemForTheCountyOfTheJob() {
        CaseRun run = scenario.openCase("TOWN-LT");
        run.walkTo("publish-notice");
        run.agree("publish-notice");
        scenario.at(scenario.today().plusDays(60));
        List<Job> due = jobs.createJobQuery().executable().list();
        assertThat(due).isNotEmpty();
        List<String> authors = new ArrayList<>();
        Context.setJobExecutorContext(new JobExecutorContext() {
            @Override
            public void setCurrentJob(JobEntity job) {
                super.setCurrentJob(job);
                authors.add(String.valueOf(Context.getCommandContext().getAuthenticatedUserId()));
            }
        });
        try {
            for (Job job : due) {
                engine.getCommandExecutorTxRequired()
                        .execute(new ExecuteJobsCmd(job.getId(), new JobFailureCollector(job.getId())));
            }
        } finally {
            Context.removeJobExecutorContext();
        }
        assertThat(authors).contains("system").doesNotContain("null");
        assertThat(jdbc.sql("select count(*) from act_hi_procinst where start_user_id_ is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    private List<String> instances(CaseRun run) {
        return jdbc.sql("select distinct proc_inst_id_ from act_hi_varinst where name_ = 'caseId' and long_ = ?")
                .param(run.caseId())
                .query(String.class)
                .list();
    }
}
