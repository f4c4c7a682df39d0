package org.jiugai.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jiugai.ProcessTest;
import org.jiugai.security.Commands.Field;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Ids in forms: those of another case, of another county and of nothing at all are refused in every field, and nothing changes. */
@ProcessTest
class FormIdTests {
    @Autowired
    private ApplicationContext beans;

    private static Stream<Field> fields() {
        return Commands.all().stream().flatMap(command -> Commands.fields(command).stream());
    }

    @Test
    void everyFieldThatNamesSomethingByItsNumberIsAttacked() {
        assertThat(fields().filter(FormIds::isNumber).map(Field::toString))
                .as("add the new ones to FormIds")
                .containsExactlyInAnyOrderElementsOf(FormIds.names());
        assertThat(fields().map(Field::toString)).containsAll(FormIds.texts());
    }

    @Test
    void noFormTakesAnIdOfAnotherCase() {
        assertThat(HostileWalk.of(beans).attempts())
                .filteredOn(a -> a.kind().equals(Attempt.FOREIGN) && a.failed())
                .isEmpty();
    }

    /** Else the test above would be content with forms that were never open. */
    @Test
    void everyFieldWasAttackedOnAnOpenForm() {
        List<String> attacked = HostileWalk.of(beans).attempts().stream()
                .filter(a -> a.kind().equals(Attempt.FOREIGN))
                .map(Attempt::field)
                .distinct()
                .toList();
        assertThat(attacked)
                .containsAll(fields().filter(f -> FormIds.isNumber(f)
                                || FormIds.isFile(f)
                                || FormIds.texts().contains(f.toString()))
                        .map(Field::name)
                        .distinct()
                        .toList());
    }
}
