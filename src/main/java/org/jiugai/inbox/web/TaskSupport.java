package org.jiugai.inbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.documents.StoredDocument;
import org.jiugai.engine.OpenTask;
import org.jiugai.engine.TaskFacts;
import org.jiugai.inbox.Drafts;
import org.jiugai.kernel.Actor;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the rooms and the file store add to a task. */
@Component
record TaskSupport(
        ObjectProvider<TaskFacts> facts,
        Drafts drafts,
        DocumentManagement documents,
        OrganisationManagement organisation,
        ObjectMapper mapper,
        Clock clock) {

    TaskFacts.Sheet sheet(DelegateTask task) {
        String form = OpenTask.formOf(task);
        return facts.stream()
                .filter(f -> f.form().equals(form))
                .findFirst()
                .map(f -> f.sheet(task))
                .orElseGet(TaskFacts.Sheet::of);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param offices to which the task is offered: for one of them the person uploads */
    StoredDocument store(long caseId, String name, InputStream content, String person, Collection<String> offices) {
        Actor actor = organisation.actorFor(person, offices).orElseGet(() -> organisation.actor(person));
        return documents.store(caseId, name, content, actor);
    }

    JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
