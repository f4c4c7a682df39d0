package org.jiugai.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jiugai.consultation.CouncilForm.Adoption;
import org.jiugai.consultation.CouncilForm.Decision;
import org.jiugai.consultation.CouncilForm.Opinion;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Share;
import org.junit.jupiter.api.Test;

class CouncilRulesTest {
    private static final Share HALF = new Share(1, 2);
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    private static CouncilForm form(int attendees, Decision decision, int written, Opinion... opinions) {
        List<UUID> file = List.of(UUID.randomUUID());
        return new CouncilForm(
                LocalDateTime.of(2024, 1, 2, 15, 0),
                41,
                attendees,
                3,
                decision,
                written,
                written > 0 ? file : List.of(),
                List.of(opinions),
                file,
                file,
                null);
    }

    private static final Opinion ADOPTED = new Opinion("增设停车位", Adoption.ADOPTED, null);

    private static void check(CouncilForm form, int attempt) {
        CouncilRules.check(form, attempt, HALF, 3, DAY);
    }

    private static List<String> faults(CouncilForm form, int attempt) {
        return catchThrowableOfType(RuleViolation.class, () -> check(form, attempt)).faults().stream()
                .map(RuleViolation.Fault::field)
                .toList();
    }

    @Test
    void theQuorumIsComparedExactly() {
        assertThatCode(() -> check(form(21, Decision.AGREED, 0, ADOPTED), 1)).doesNotThrowAnyException();
        assertThat(faults(form(20, Decision.AGREED, 0, ADOPTED), 1)).containsExactly("decision");
        assertThatCode(() -> check(form(20, Decision.ADJOURNED, 0), 1)).doesNotThrowAnyException();
    }

    @Test
    void theSecondMeetingCountsWithWrittenOpinions() {
        assertThat(faults(form(20, Decision.AGREED, 0, ADOPTED), 2)).containsExactly("writtenOpinions");
        assertThatCode(() -> check(form(20, Decision.AGREED, 5, ADOPTED), 2)).doesNotThrowAnyException();
        assertThat(faults(form(20, Decision.ADJOURNED, 0), 2)).containsExactly("decision");
    }

    @Test
    void whatIsNotFullyAdoptedNeedsAReasonAndAMeetingItsOpinions() {
        assertThat(faults(form(30, Decision.AGREED, 0), 1)).containsExactly("opinions");
        assertThat(faults(form(30, Decision.REVISE, 0, new Opinion("加装电梯", Adoption.PARTLY, " ")), 1))
                .containsExactly("opinions[0].reason");
    }

    @Test
    void nobodyComesWhoWasNotInvitedAndNoMeetingIsRecordedBeforeItsDay() {
        assertThat(faults(form(42, Decision.AGREED, 0, ADOPTED), 1)).containsExactly("attendees");
        RuleViolation early = catchThrowableOfType(
                RuleViolation.class,
                () -> CouncilRules.check(form(30, Decision.AGREED, 0, ADOPTED), 1, HALF, 2, DAY.minusDays(1)));
        assertThat(early.faults())
                .extracting(RuleViolation.Fault::field)
                .containsExactly("meetingDate", "buildingsRepresented");
    }
}
