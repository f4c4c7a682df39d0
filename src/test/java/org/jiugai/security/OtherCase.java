package org.jiugai.security;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.CaseRun;
import org.jiugai.Scenario;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case that has nothing to do with the one that is attacked from: its ids, and the words by which it would give itself away. */
record OtherCase(CaseRun run, JdbcClient jdbc) {
    private static final String REQUESTS =
            " from review_request r join review_round o on o.id = r.round_id join joint_review j on j.id = o.review_id";

    /** Walked by a clerk who takes the same turns, until it has plans, opinions, conditions and packages. */
    static OtherCase walked(CaseRun run, Scenario scenario) {
        Turns turns = new Turns();
        run.typing((task, person, fields) -> {
            String form = CaseRun.formOf(task);
            return Turns.taken(form, turns.next(form), fields, scenario.today());
        });
        return new OtherCase(run.walkTo("sign-contract"), scenario.jdbc);
    }

    /** What the room calls a thing that forms name by its number. */
    enum Kind {
        COMMUNITY,
        STRUCTURE,
        BODY,
        CONDITION,
        PACKAGE,
        FINDING
    }

    List<Long> ids(Kind kind) {
        return switch (kind) {
            case COMMUNITY -> numbers("select id from case_community where case_id = ?");
            case STRUCTURE -> numbers("select id from illegal_structure where case_id = ?");
            case BODY -> numbers("select r.id" + REQUESTS + " where j.case_id = ?");
            case CONDITION ->
                numbers(
                        "select c.id from review_condition c join review_opinion p on p.id = c.opinion_id where p.request_id in (select r.id"
                                + REQUESTS + " where j.case_id = ?)");
            case FINDING -> numbers("select id from case_finding where case_id = ?");
            case PACKAGE -> numbers("select package_id from package_case where case_id = ?");
        };
    }

    boolean isIn(String county) {
        return run.caseNo().startsWith(county);
    }

    private List<Long> numbers(String query) {
        return jdbc.sql(query).param(run.caseId()).query(Long.class).list();
    }

    /** None of these may stand in an answer to somebody of another case. */
    List<String> marks() {
        List<String> marks = new ArrayList<>();
        marks.add(run.caseNo());
        marks.addAll(jdbc.sql("select name from renovation_case where id = ?")
                .param(run.caseId())
                .query(String.class)
                .list());
        run.communities().forEach(c -> marks.add(c.name()));
        marks.addAll(jdbc.sql("select p.package_no from tender_package p where p.founding_case_id = ?")
                .param(run.caseId())
                .query(String.class)
                .list());
        return marks;
    }
}
