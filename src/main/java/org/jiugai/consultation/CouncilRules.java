package org.jiugai.consultation;

import java.time.LocalDate;
import org.jiugai.consultation.CouncilForm.Adoption;
import org.jiugai.consultation.CouncilForm.Decision;
import org.jiugai.consultation.CouncilForm.Opinion;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.Share;

/** When a council counts: with its quorum; the second one also without, by written opinions (book 1.3, C5). */
final class CouncilRules {
    private CouncilRules() {}

    static boolean hasQuorum(CouncilForm form, Share quorum) {
        return Share.ratio(form.attendees(), form.invited()).isAtLeast(quorum);
    }

    /**
     * @param attempt 1 for the first meeting of the round
     * @param buildings of the community
     */
    static void check(CouncilForm form, int attempt, Share quorum, int buildings, LocalDate today) {
        boolean held = form.decision() != Decision.ADJOURNED;
        boolean quorate = hasQuorum(form, quorum);
        Faults faults = new Faults()
                .require(!form.meetingDate().toLocalDate().isAfter(today), "meetingDate", "【会议时间】不能晚于今天")
                .require(form.attendees() <= form.invited(), "attendees", "【参会人数】不能多于应到人数")
                .require(
                        form.buildingsRepresented() <= buildings,
                        "buildingsRepresented",
                        "【覆盖楼栋】不能多于小区楼栋数 " + buildings)
                .require(!held || quorate || attempt > 1, "decision", "【会议结论】参会人数未达到应到人数的 " + quorum + "，第一次会议只能登记为流会")
                .require(held || attempt == 1, "decision", "【会议结论】第二次会议不再流会，人数仍不足的以书面意见计入")
                .require(
                        !held
                                || quorate
                                || attempt == 1
                                || form.written() > 0
                                        && !form.writtenOpinionDocs().isEmpty(),
                        "writtenOpinions",
                        "【书面意见份数】第二次会议人数仍不足的，须登记书面意见并上传")
                .require(!held || !form.opinions().isEmpty(), "opinions", "【意见汇总】会议有效的，至少登记一条意见及采纳情况");
        for (int i = 0; i < form.opinions().size(); i++) {
            Opinion opinion = form.opinions().get(i);
            faults.require(
                    opinion.adoption() == Adoption.ADOPTED
                            || opinion.reason() != null && !opinion.reason().isBlank(),
                    "opinions[" + i + "].reason",
                    "【意见汇总】第" + (i + 1) + "行：未全部采纳的须说明理由");
        }
        faults.refuse("consultation.councilRefused");
    }
}
