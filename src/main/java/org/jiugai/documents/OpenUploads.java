package org.jiugai.documents;

import java.time.Instant;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.RuleViolation;
import org.springframework.stereotype.Component;

/** Keeps the disk from being filled with uploads that belong to nothing. Two uploads at the same moment may both be the last one. */
@Component
class OpenUploads {
    private final DocumentRegister register;
    private final FileRules.OpenUploads limits;

    OpenUploads(DocumentRegister register, FileRules rules) {
        this.register = register;
        this.limits = rules.openUploads();
    }

    /** @throws RuleViolation when there are too many already; the system itself is not limited */
    void requireRoom(long caseId, Actor actor, Instant now) {
        if (actor.equals(Actor.SYSTEM)) return;
        Instant since = now.minus(limits.period());
        DocumentRegister.Open own = register.openOf(actor.personId(), since);
        String period = limits.period().toHours() + "小时内";
        if (own.files() >= limits.perPerson()) throw tooMany("您" + period + "上传而尚未提交的文件已达" + limits.perPerson() + "个");
        if (own.bytes() >= limits.sizePerPerson().toBytes())
            throw tooMany("您" + period + "上传而尚未提交的文件已达" + limits.sizePerPerson().toMegabytes() + " MB");
        if (register.openOf(caseId, since).files() >= limits.perCase())
            throw tooMany("本案件" + period + "上传而尚未提交的文件已达" + limits.perCase() + "个");
    }

    private static RuleViolation tooMany(String reached) {
        return new FileRefused("tooManyOpen", reached + "，不能再上传；请先提交已上传文件的表单");
    }
}
