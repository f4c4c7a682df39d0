package org.jiugai.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jiugai.CaseRun;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.security.Commands.Field;

/** What somebody who holds a task tries with its form: other people's ids, more than the form declares. */
final class FormAttacks implements HostileWalk.Visitor {
    private final Scenario scenario;
    private final Rehearsal rehearsal;
    private final Fingerprint fingerprint;
    private final List<OtherCase> others;
    private final List<Attempt> attempts = new ArrayList<>();

    FormAttacks(Scenario scenario, Rehearsal rehearsal, List<OtherCase> others) {
        this.scenario = scenario;
        this.rehearsal = rehearsal;
        this.fingerprint = new Fingerprint(scenario.jdbc);
        this.others = others;
    }

    @Override
    public void visit(Task task, String person, Class<?> command, Map<String, Object> fields) {
        String form = CaseRun.formOf(task);
        Client client = scenario.signedIn(person);
        List<Tried> tries = new ArrayList<>();
        for (Field field : Commands.fields(command)) {
            for (Object value : FormIds.foreign(field, others)) {
                Map<String, Object> model = Models.with(fields, field, value);
                if (model == null) continue;
                if (rehearsal.of(task, person, model) == null)
                    attempts.add(new Attempt(form, Attempt.FOREIGN, field.name(), String.valueOf(value), "accepted"));
                else
                    tries.add(new Tried(
                            Attempt.FOREIGN, field.name(), String.valueOf(value), Applications.submission(model)));
            }
        }
        tries.addAll(undeclared(command, fields));
        Map<String, String> before = fingerprint.now();
        for (Tried tried : tries) {
            Answer answer = client.post(
                    "/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form", tried.body());
            attempts.add(new Attempt(form, tried.kind(), tried.field(), tried.value(), wrong(answer)));
        }
        List<String> changed = Fingerprint.changed(before, fingerprint.now());
        if (!changed.isEmpty()) attempts.add(new Attempt(form, Attempt.FOREIGN, "", "", "changed " + changed));
    }

    private record Tried(String kind, String field, String value, Map<String, Object> body) {}

    /** A field more in the form and in each row; a variable of the engine beside the form. */
    @SuppressWarnings("unchecked")
    private static List<Tried> undeclared(Class<?> command, Map<String, Object> fields) {
        List<Tried> tries = new ArrayList<>();
        Map<String, Object> more = new HashMap<>(fields);
        more.put("caseId", 1);
        tries.add(new Tried(Attempt.UNDECLARED, "caseId", "1", Applications.submission(more)));
        for (Field field : Commands.fields(command)) {
            if (!Commands.isRow(field.type()) || !(fields.get(field.name()) instanceof List<?> rows) || rows.isEmpty())
                continue;
            Map<String, Object> row = new HashMap<>((Map<String, Object>) rows.get(0));
            row.put("actor", "jiugai");
            Map<String, Object> model = new HashMap<>(fields);
            model.put(field.name(), List.of(row));
            tries.add(new Tried(Attempt.UNDECLARED, field.name() + ".actor", "jiugai", Applications.submission(model)));
        }
        Map<String, Object> variables = new HashMap<>(
                (Map<String, Object>) Applications.submission(fields).get("variables"));
        for (String name : List.of("caseId", "actingPerson", "canary", "decision")) {
            Map<String, Object> both = new HashMap<>(variables);
            both.put(name, Map.of("type", "String", "value", "1"));
            tries.add(new Tried(Attempt.UNDECLARED, "variable " + name, "1", Map.of("variables", both)));
        }
        return tries;
    }

    private String wrong(Answer answer) {
        if (answer.status() != 422 && answer.status() != 409) return answer.status() + " " + answer.body();
        if (!answer.json().path("message").asText().matches("(?s).*\\p{IsHan}.*")) return "no reason: " + answer.body();
        if (answer.body().matches("(?s).*(org\\.postgresql|java\\.lang|jackson).*"))
            return "gives away the machine: " + answer.body();
        for (OtherCase other : others) {
            for (String mark : other.marks())
                if (answer.body().contains(mark)) return "gives away " + mark + ": " + answer.body();
        }
        return "";
    }

    List<Attempt> attempts() {
        return attempts;
    }
}
