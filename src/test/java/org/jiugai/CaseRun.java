package org.jiugai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.casefile.RenovationCase;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.Share;

/** One case on its way: finds its tasks, lets the right person claim and submit them over HTTP, moves the clock and fires its timers. */
public final class CaseRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Scenario scenario;
    private final RenovationCase opened;
    /** Price of the supervision contract. */
    static final Money SUPERVISION = Money.ofYuan("100000.00");

    private Money works = Money.ofYuan("1100000.00");
    private Money settled = Money.ofYuan("1100000.00");
    private Supplier<String> fileName = () -> "扫描件.pdf";
    private Typing typing = (task, person, fields) -> fields;
    private final List<String> done = new java.util.ArrayList<>();
    private final List<String> doneBy = new java.util.ArrayList<>();
    private String lastPerson = "";

    CaseRun(Scenario scenario, RenovationCase opened) {
        this.scenario = scenario;
        this.opened = opened;
    }

    /** What somebody types instead of what a clerk without objections would. */
    public interface Typing {
        /** @param fields what such a clerk would type */
        Map<String, Object> type(Task task, String person, Map<String, Object> fields);
    }

    /** From now on {@link #walkTo} and {@link #finish} submit what this types. */
    public CaseRun typing(Typing hand) {
        typing = hand;
        return this;
    }

    /** From now on uploads have these names. */
    public CaseRun naming(Supplier<String> names) {
        fileName = names;
        return this;
    }

    public long caseId() {
        return opened.caseId();
    }

    public String caseNo() {
        return opened.caseNo();
    }

    public List<org.jiugai.casefile.CaseCommunity> communities() {
        return scenario.cases.communities(caseId());
    }

    public List<Long> communityIds() {
        return communities().stream().map(c -> c.communityId()).toList();
    }

    /** Starts a phase by itself, beside the backbone, with caseId and county set. */
    public String startProcess(String processId, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("caseId", caseId());
        return scenario.transaction.execute(
                status -> scenario.processes.start(processId, opened.county(), caseNo(), all));
    }

    /** Open tasks of the case with this form, oldest first. */
    public List<Task> tasks(String form) {
        return openTasks().stream().filter(t -> formOf(t).equals(form)).toList();
    }

    /** The forms of all open tasks of the case, sorted. */
    public List<String> openForms() {
        return openTasks().stream().map(CaseRun::formOf).sorted().toList();
    }

    public Task task(String form) {
        List<Task> found = tasks(form);
        assertThat(found).as("open task %s; open are %s", form, openForms()).isNotEmpty();
        return found.get(0);
    }

    private List<Task> openTasks() {
        return scenario.tasks
                .createTaskQuery()
                .processVariableValueEquals("caseId", caseId())
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    public static String formOf(Task task) {
        String key = String.valueOf(task.getFormKey());
        return key.substring(key.lastIndexOf('/') + 1).replace(".html", "");
    }

    /** The first candidate person of the task's offices, skipping those in {@code except}. */
    public String candidate(Task task, Predicate<String> except) {
        return candidates(task).stream()
                .filter(except.negate())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may take " + task.getName()));
    }

    private List<String> candidates(Task task) {
        return scenario.tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .flatMap(group ->
                        scenario.identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream())
                .map(user -> user.getId())
                .toList();
    }

    /** Completes the oldest open task with this form as its first candidate; fails when refused. */
    public void submit(String form, Map<String, ?> fields) {
        Task task = task(form);
        Answer answer = submit(task, candidate(task, p -> false), fields);
        assertThat(answer.status()).as("%s: %s", form, answer.body()).isEqualTo(204);
    }

    /** The same as this person. */
    public void submitAs(String person, String form, Map<String, ?> fields) {
        Answer answer = trySubmitAs(person, form, fields);
        assertThat(answer.status()).as("%s: %s", form, answer.body()).isEqualTo(204);
    }

    public Answer trySubmit(String form, Map<String, ?> fields) {
        Task task = task(form);
        return submit(task, candidate(task, p -> false), fields);
    }

    public Answer trySubmitAs(String person, String form, Map<String, ?> fields) {
        return submit(task(form), person, fields);
    }

    /** Claims when needed and submits the form as the browser does: one variable with the form's model. */
    public Answer submit(Task task, String person, Map<String, ?> fields) {
        Client client = scenario.signedIn(person);
        String path = "/camunda/api/engine/engine/default/task/" + task.getId();
        Task now = scenario.tasks.createTaskQuery().taskId(task.getId()).singleResult();
        if (now != null && now.getAssignee() == null) {
            Answer claimed = client.post(path + "/claim", Map.of("userId", person));
            if (claimed.status() != 204) return claimed;
        }
        return client.post(
                path + "/submit-form",
                Map.of("variables", Map.of("submission", Map.of("type", "String", "value", text(fields)))));
    }

    /** Completes the oldest open task with this form as a clerk without objections would. */
    public void agree(String form) {
        agree(form, Map.of());
    }

    /** The same, with other words in some fields; a null value takes the field away. */
    public void agree(String form, Map<String, ?> differently) {
        submit(form, fields(form, differently));
    }

    /** What such a clerk would type, with other words in some fields. */
    public Map<String, Object> fields(String form, Map<String, ?> differently) {
        Map<String, Object> fields = new Desk(this).fields(form);
        fields.putAll(differently);
        fields.values().removeIf(java.util.Objects::isNull);
        return fields;
    }

    /**
     * Lets every office do its part without objections, and the calendar pass where nothing is open, until a task with this form is
     * open or the case is closed.
     */
    public CaseRun walkTo(String form) {
        for (int steps = 0; steps < 400; steps++) {
            List<Task> open = openTasks();
            if (open.stream().anyMatch(t -> formOf(t).equals(form))) return this;
            if (open.isEmpty() && !passTime()) return this;
            if (!open.isEmpty()) finish(paymentsFirst(open));
        }
        throw new AssertionError("no end of it: " + openForms());
    }

    /** The same, but nobody works on payments: they stay open. */
    public CaseRun walkWithoutPayingTo(String form) {
        for (int steps = 0; steps < 400; steps++) {
            List<Task> open = openTasks().stream().filter(t -> !isPayment(t)).toList();
            if (open.stream().anyMatch(t -> formOf(t).equals(form))) return this;
            if (open.isEmpty()) assertThat(passTime()).as("%s comes", form).isTrue();
            else finish(open.get(0));
        }
        throw new AssertionError("no end of it: " + openForms());
    }

    private static boolean isPayment(Task task) {
        return formOf(task).endsWith("-payment");
    }

    private static Task paymentsFirst(List<Task> open) {
        return open.stream().filter(CaseRun::isPayment).findFirst().orElse(open.get(0));
    }

    /** Completes a task as a clerk without objections who did not do the step before, one day after the other. */
    public void finish(Task task) {
        String form = formOf(task);
        String person = otherCandidate(task);
        Answer view = scenario.signedIn(person).get("/api/tasks/" + task.getId());
        Answer answer = submit(task, person, typing.type(task, person, new Desk(this).fields(form, view.json())));
        assertThat(answer.status())
                .as("%s by %s: %s", form, person, answer.body())
                .isEqualTo(204);
        lastPerson = person;
        done.add(form);
        doneBy.add(form + ":" + person);
    }

    /** Somebody else than who did the step before, where the office has one. */
    private String otherCandidate(Task task) {
        List<String> people = candidates(task);
        assertThat(people).as("people for %s", task.getName()).isNotEmpty();
        boolean approves = formOf(task).equals("approve-plan");
        List<String> before = lastInInstance(task);
        List<String> free = people.stream()
                .filter(p -> !before.contains(p))
                .filter(p -> !approves || !doneBy.contains("conclude-review:" + p))
                .toList();
        List<String> able = free.isEmpty() ? people : free;
        return able.stream().filter(p -> !p.equals(lastPerson)).findFirst().orElse(able.get(0));
    }

    /** Who did the last step of this process; phases of one case run beside one another. */
    private List<String> lastInInstance(Task task) {
        return scenario.jdbc
                .sql("select person from task_act where instance = ? order by id desc limit 1")
                .param(task.getProcessInstanceId())
                .query(String.class)
                .list();
    }

    /** The forms in the order in which {@link #walkTo} completed them. */
    public List<String> done() {
        return List.copyOf(done);
    }

    /** The same with who did it: {@code form:person}. */
    public List<String> doneBy() {
        return List.copyOf(doneBy);
    }

    boolean tick() {
        return passTime();
    }

    private boolean passTime() {
        scenario.residents.voteWhereAVoteIsOpen(caseId());
        return jobs().stream()
                .map(CaseRun::localDate)
                .min(java.util.Comparator.naturalOrder())
                .map(next -> {
                    advanceTo(Desk.later(next, today()));
                    return true;
                })
                .orElse(false);
    }

    /** The price of the works contract and what it is settled at. */
    public CaseRun worth(String contract, String settlement) {
        works = Money.ofYuan(contract);
        settled = Money.ofYuan(settlement);
        return this;
    }

    Money works() {
        return works;
    }

    Money settled() {
        return settled;
    }

    Money total() {
        return works.plus(SUPERVISION);
    }

    /** What the residents pay in: 30 % of the works. */
    Money residents() {
        return works.times(Share.of("0.30"));
    }

    public LocalDate today() {
        return scenario.today();
    }

    /** A price that fits under the ceiling of a package: what the form proposes, else the works' price. */
    String price(com.fasterxml.jackson.databind.JsonNode view) {
        for (String field : List.of("awardPrice", "contractPrice", "ceilingPrice")) {
            if (view.path("values").hasNonNull(field))
                return view.path("values").path(field).asText();
        }
        return "100000.00";
    }

    /** What the form of a task gets from the server. */
    public Answer view(String form) {
        Task task = task(form);
        return scenario.signedIn(candidate(task, p -> false)).get("/api/tasks/" + task.getId());
    }

    /** Where there are baselines, every household is surveyed. */
    boolean everybodySupports() {
        return scenario.residents.supportEverywhere(this, scenario.today());
    }

    /** A document of the case, as the upload of a form gives it. */
    public String upload() {
        byte[] pdf = SampleFiles.pdf(String.valueOf(System.nanoTime()));
        return scenario.documents
                .store(caseId(), fileName.get(), new ByteArrayInputStream(pdf), Actor.SYSTEM)
                .id()
                .toString();
    }

    /** Moves the clock to nine o'clock of that day and fires the case's timers that are due by then, in the order of their dates. */
    public CaseRun advanceTo(LocalDate day) {
        while (true) {
            List<Job> due = jobs().stream()
                    .filter(j -> j.getDuedate() != null && !localDate(j).isAfter(day))
                    .sorted((a, b) -> a.getDuedate().compareTo(b.getDuedate()))
                    .toList();
            if (due.isEmpty()) break;
            LocalDate on = localDate(due.get(0));
            if (on.isAfter(scenario.today())) scenario.at(on, LocalTime.of(9, 0));
            scenario.management.executeJob(due.get(0).getId());
        }
        if (day.isAfter(scenario.today())) scenario.at(day);
        return this;
    }

    private static LocalDate localDate(Job job) {
        return job.getDuedate()
                .toInstant()
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDate();
    }

    private List<Job> jobs() {
        return scenario.runtime.createProcessInstanceQuery().variableValueEquals("caseId", caseId()).list().stream()
                .flatMap(i -> scenario.management.createJobQuery().processInstanceId(i.getId()).list().stream())
                .filter(j -> j.getRetries() > 0)
                .collect(Collectors.toList());
    }

    /** Fails unless an instance of the case ended there, e.g. {@code endEvent_planApproved}. */
    public void assertEnded(String endEvent) {
        assertThat(visited(endEvent))
                .as("%s reached; open: %s", endEvent, openForms())
                .isPositive();
    }

    /** How often a node was entered in the case's instances. */
    public long visited(String activityId) {
        return scenario
                .history
                .createHistoricProcessInstanceQuery()
                .variableValueEquals("caseId", caseId())
                .list()
                .stream()
                .mapToLong(i -> scenario.history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(i.getId())
                        .activityId(activityId)
                        .count())
                .sum();
    }

    private static String text(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
