package org.jiugai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.policy.Parameters;

/** The steps of a joint review as its offices take them in the scenarios. */
final class ReviewSteps {
    private static int number;

    final CaseRun run;
    private final Scenario scenario;
    private final TaskService tasks;
    private final IdentityService identity;
    private final CaseManagement cases;

    ReviewSteps(Scenario scenario, TaskService tasks, IdentityService identity, CaseManagement cases, CaseRun run) {
        this.scenario = scenario;
        this.tasks = tasks;
        this.identity = identity;
        this.cases = cases;
        this.run = run;
        run.startProcess("joint-review", Map.of());
    }

    /** Accepts the material with every body of the policy. */
    ReviewSteps takeIn() {
        Map<String, Object> form = intake("ACCEPTED", true);
        List<String> bodies = new ArrayList<>();
        run.view("review-intake")
                .json()
                .path("options")
                .path("participants")
                .forEach(o -> bodies.add(o.path("value").asText()));
        form.put("participants", bodies);
        run.submit("review-intake", form);
        return this;
    }

    static Map<String, Object> intake(String decision, boolean complete) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", decision);
        form.put(
                "materials",
                List.of(Map.of("name", "改造方案", "complete", complete), Map.of("name", "设计图纸", "complete", true)));
        form.put("comment", "经齐备性审查");
        return form;
    }

    Map<String, Object> opinion(String opinion, String... conditions) {
        Map<String, Object> form = new HashMap<>();
        form.put("opinion", opinion);
        form.put("reviewer", "审查员");
        form.put("signedDoc", List.of(run.upload()));
        if (!opinion.equals("AGREE")) form.put("comment", "详见意见书");
        if (opinion.equals("REFUSE")) form.put("legalGround", "消防法第28条");
        if (conditions.length > 0) {
            form.put(
                    "conditions",
                    Arrays.stream(conditions).map(c -> Map.of("content", c)).toList());
        }
        return form;
    }

    /** The open tasks with this key that an office may take. */
    List<Task> tasksOf(String office, String key) {
        return tasks.createTaskQuery()
                .processVariableValueEquals("caseId", run.caseId())
                .taskDefinitionKey(key)
                .taskCandidateGroup(office)
                .includeAssignedTasks()
                .list();
    }

    /** The body gives its own opinion. */
    ReviewSteps opine(String office, Map<String, ?> form) {
        Answer answer = tryOpine(office, personOf(office), form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return this;
    }

    Answer tryOpine(String office, String person, Map<String, ?> form) {
        List<Task> open = tasksOf(office, "userTask_giveOpinion");
        assertThat(open).as("opinion task of %s", office).isNotEmpty();
        return run.submit(open.get(0), person, form);
    }

    /** Everybody who has not answered yet agrees, the experts too. */
    ReviewSteps everybodyElseAgrees() {
        for (Task task : run.tasks("department-opinion")) {
            Answer answer = run.submit(task, run.candidate(task, p -> false), opinion("AGREE"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        }
        if (!run.tasks("expert-review").isEmpty()) run.submit("expert-review", experts("AGREE"));
        return this;
    }

    /** The same, leaving the tasks with this key alone. */
    ReviewSteps everybodyElseAgreesBut(String key) {
        for (Task task : run.tasks("department-opinion")) {
            if (task.getTaskDefinitionKey().equals(key)) continue;
            Answer answer = run.submit(task, run.candidate(task, p -> false), opinion("AGREE"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        }
        run.submit("expert-review", experts("AGREE"));
        return this;
    }

    ReviewSteps answerContest(String office, Map<String, ?> form) {
        Answer answer = run.submit(tasksOf(office, "userTask_giveOwnOpinion").get(0), personOf(office), form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return this;
    }

    Map<String, Object> experts(String opinion, String... conditions) {
        Map<String, Object> form = opinion(opinion, conditions);
        form.remove("reviewer");
        List<Map<String, Object>> experts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            experts.add(expert("专家" + i, opinion));
        }
        form.put("experts", experts);
        return form;
    }

    static Map<String, Object> expert(String name, String verdict) {
        Map<String, Object> expert = new HashMap<>();
        expert.put("name", name);
        expert.put("unit", "市勘察协会");
        expert.put("speciality", "STRUCTURE");
        expert.put("verdict", verdict);
        expert.put("score", "88.5");
        expert.put("keyRisks", "管线交叉");
        expert.put("recusal", true);
        return expert;
    }

    ReviewSteps conclude(String outcome) {
        run.submit("conclude-review", conclusion(outcome));
        return this;
    }

    static Map<String, Object> conclusion(String outcome) {
        return Map.of("outcome", outcome, "minutesNo", "联审纪要" + ++number);
    }

    /** The designer submits a plan with this estimate for every community that is to be revised. */
    ReviewSteps revise(String... estimates) {
        for (String estimate : estimates) run.submit("draft-plan", plan(estimate));
        return this;
    }

    Map<String, Object> plan(String estimate) {
        Map<String, Object> form = new HashMap<>();
        form.put("chapters", cases.parameter(run.caseId(), Parameters.PLAN_CHAPTERS));
        form.put("items", List.of(item("BASIC", estimate), item("SAFETY", "0.00"), item("LIVELIHOOD", "0.00")));
        form.put("totalEstimate", estimate);
        form.put("overCeilingReason", "按联审意见增加内容");
        form.put("fundPlan", List.of(Map.of("source", "CITY", "amount", estimate)));
        form.put("residentShare", "0.00");
        form.put("structureChanged", false);
        form.put("commonPartChange", false);
        form.put("followUpPlan", "由社区准物业管理");
        form.put("planDocs", List.of(run.upload()));
        return form;
    }

    private static Map<String, Object> item(String itemClass, String price) {
        return Map.of(
                "itemClass",
                itemClass,
                "content",
                "雨污分流",
                "quantity",
                "1",
                "unit",
                "项",
                "unitPrice",
                price,
                "amount",
                price);
    }

    /** The chair compares the revision with what was reviewed. */
    static Map<String, Object> modification(String nature, String estimate) {
        Map<String, Object> form = new HashMap<>();
        form.put("revisedEstimate", estimate);
        form.put("revisedHouseholds", 60);
        form.put("mandatoryClassChanged", false);
        form.put("structureOrFire", false);
        form.put("commonPartChanged", false);
        form.put("contributionChanged", false);
        form.put("nature", nature);
        form.put("comment", "已按意见修改");
        return form;
    }

    /** The body answers its open conditions, all with the same result. */
    Answer tryClose(String office, String person, String result) {
        Task task = tasksOf(office, "userTask_closeConditions").get(0);
        return run.submit(task, person, Map.of("checks", checks(openConditions(office), result)));
    }

    ReviewSteps close(String office, String result) {
        Answer answer = tryClose(office, personOf(office), result);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return this;
    }

    static List<Map<String, Object>> checks(List<Long> conditions, String result) {
        return conditions.stream()
                .map(id -> {
                    Map<String, Object> check = new HashMap<>();
                    check.put("condition", id);
                    check.put("result", result);
                    if (!result.equals("CLOSED")) check.put("reason", "见现场复核");
                    return check;
                })
                .toList();
    }

    List<Long> openConditions(String office) {
        return scenario.jdbc
                .sql(
                        """
                        select c.id from review_standing s join review_condition_state c on c.opinion_id = s.opinion_id
                        join review_round r on r.id = s.round_id join joint_review v on v.id = r.review_id
                        where v.case_id = ? and s.office = ? and not c.closed and r.id = (select max(id) from review_round x where x.review_id = v.id)
                        order by c.id""")
                .params(run.caseId(), office)
                .query(Long.class)
                .list();
    }

    ReviewSteps approve() {
        run.submitAs(approverOtherThanChair(), "approve-plan", approval("批复" + System.nanoTime()));
        return this;
    }

    /** Somebody else than who concluded, where one office does both. */
    String approverOtherThanChair() {
        String concluder = scenario.jdbc
                .sql(
                        """
                        select c.actor_person from review_conclusion c join review_round r on r.id = c.round_id
                        join joint_review v on v.id = r.review_id where v.case_id = ? order by c.id desc limit 1""")
                .param(run.caseId())
                .query(String.class)
                .single();
        return run.candidate(run.task("approve-plan"), concluder::equals);
    }

    Map<String, Object> approval(String no) {
        return Map.of(
                "decision",
                "APPROVED",
                "approvalNo",
                no,
                "approvedInvestment",
                "2000000.00",
                "validUntil",
                scenario.today().plusYears(1).toString());
    }

    /** Publicises the plan of one community for its whole period; one objection when a decision is given. */
    ReviewSteps publicise(String decision) {
        LocalDate start = scenario.today();
        run.submit(
                "publish-notice",
                Map.of(
                        "noticeType",
                        "AFTER_REVIEW",
                        "startDate",
                        start.toString(),
                        "days",
                        7,
                        "dayType",
                        "CALENDAR",
                        "photos",
                        List.of(run.upload()),
                        "contact",
                        "社区服务大厅"));
        run.advanceTo(start.plusDays(20));
        boolean clean = decision.equals("CLEAN");
        run.submit(
                "close-notice",
                Map.of(
                        "closedOn",
                        scenario.today().toString(),
                        "endPhotos",
                        List.of(run.upload()),
                        "objectionCount",
                        clean ? 0 : 1,
                        "objections",
                        clean ? List.of() : List.of(Map.of("anonymous", true, "content", "晾衣架位置不便"))));
        if (!clean) {
            run.submit(
                    "handle-objections",
                    Map.of(
                            "replies",
                            List.of(Map.of(
                                    "no",
                                    1,
                                    "affectedItems",
                                    "晾衣架",
                                    "decision",
                                    decision.replace("UPHELD_", ""),
                                    "reply",
                                    "经街道会同设计单位现场核实，异议成立，将据此修改改造方案并答复异议人。",
                                    "replyDate",
                                    scenario.today().toString()))));
        }
        return this;
    }

    String personOf(String office) {
        return identity.createUserQuery()
                .memberOfGroup(office)
                .orderByUserId()
                .asc()
                .list()
                .get(0)
                .getId();
    }

    /** The opinion of a body in a round, as the case page shows it. */
    String shown(String office, int round) {
        return scenario.jdbc
                .sql(
                        """
                        select s.* from review_standing s join review_round r on r.id = s.round_id join joint_review v on v.id = r.review_id
                        where v.case_id = ? and s.office = ? and r.round_no = ?""")
                .params(run.caseId(), office, round)
                .query(Standing.class)
                .single()
                .shown();
    }

    long opinionId(String office) {
        return scenario.jdbc
                .sql(
                        """
                        select s.opinion_id from review_standing s join review_round r on r.id = s.round_id
                        join joint_review v on v.id = r.review_id where v.case_id = ? and s.office = ? order by r.id desc limit 1""")
                .params(run.caseId(), office)
                .query(Long.class)
                .single();
    }

    List<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(l -> l.getGroupId())
                .toList();
    }

    List<String> officesOf(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }
}
