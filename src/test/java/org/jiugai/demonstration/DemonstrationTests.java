package org.jiugai.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Client;
import org.jiugai.casefile.CaseManagement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demonstration's clock and programme. */
@ProcessTest
class DemonstrationTests {
    @Autowired
    private Scenario scenario;

    @Autowired
    private DemonstrationProgramme programme;

    @Autowired
    private DemonstrationClock clock;

    @Autowired
    private CaseManagement cases;

    @Test
    void theClockMovesApplicationAndEngineTogetherAndFiresWhatIsDue() {
        CaseRun run = scenario.openCase("JINAN-2024").walkTo("publish-notice");
        run.agree("publish-notice");
        LocalDate published = scenario.today();
        Client person = scenario.signedIn("jiugai");
        assertThat(person.get("/demonstration/clock").body()).contains("当前时间", "下一个定时事项");

        assertThat(person.postForm("/demonstration/clock/forward", Map.of("days", "1"))
                        .status())
                .isEqualTo(302);
        assertThat(person.get("/demonstration/clock").body()).contains("时钟已前进");
        assertThat(scenario.today()).isEqualTo(published.plusDays(1));
        assertThat(run.tasks("close-notice")).isEmpty();

        assertThat(person.postForm("/demonstration/clock/forward", Map.of("days", "14"))
                        .status())
                .isEqualTo(302);
        assertThat(person.get("/demonstration/clock").body()).contains("时钟已前进");
        assertThat(run.tasks("close-notice")).hasSize(1);
        assertThat(scenario.today()).isEqualTo(published.plusDays(15));
        assertThat(scenario.jdbc
                        .sql("select count(*) from demonstration_clock")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theClockOnlyGoesForwardAndNotTooFar() {
        scenario.at(Scenario.FIRST_DAY);
        Client person = scenario.signedIn("lingdao");
        for (String days : List.of("0", "-5", "801")) {
            person.postForm("/demonstration/clock/forward", Map.of("days", days));
            assertThat(person.get("/demonstration/clock").body()).contains("【天数】应在1至800之间");
        }
        assertThat(clock.now().toLocalDate()).isEqualTo(Scenario.FIRST_DAY);
    }

    @Test
    void anImportedCaseOfThreeCommunitiesAndTwoCommitteesGoesToItsEnd() {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        programme.load();
        long caseId = scenario.jdbc
                .sql("select id from renovation_case where name = '中市A片区' and programme_year = 2024")
                .query(Long.class)
                .single();
        CaseRun run = scenario.follow(cases.get(caseId)).walkTo("the end");

        run.assertEnded("endEvent_caseArchived");
        assertThat(cases.get(caseId).outcome()).isEqualTo("归档办结");
        assertThat(run.doneBy()).contains("publish-notice:yunlu", "publish-notice:gulou", "hold-council:gulou");
    }

    @Test
    void theProgrammeOf2024IsImportedOnceWithItsRealTotals() {
        scenario.at(Scenario.FIRST_DAY);
        scenario.withCounty();
        programme.load();
        programme.load();
        Map<String, Object> totals = scenario.jdbc
                .sql(
                        """
                        select count(distinct c.id) as projects, count(*) as communities, sum(m.households) as households,
                               sum(m.buildings) as buildings, sum(m.area_hundredths) as area
                        from renovation_case c join case_community m on m.case_id = c.id and c.programme_year = 2024
                        where c.name in ('中市A片区', '中市B片区', '东市A片区', '东市B片区', '望城A片区', '望城B片区')""")
                .query()
                .singleRow();
        assertThat(totals.toString())
                .isEqualTo("{projects=6, communities=12, households=2091, buildings=80, area=20280000}");
        assertThat(scenario.jdbc
                        .sql(
                                "select sum(investment_fen) from renovation_case where programme_year = 2024 and name like '___片区'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5_275_000_000L);
    }
}
