package org.jiugai.warranty.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.jiugai.engine.ServiceStep;
import org.jiugai.engine.Step;
import org.jiugai.warranty.WarrantyManagement;
import org.springframework.stereotype.Component;

/** 起算质保期: from the day of the passing final acceptance. */
@Component
class OpenWarranty implements ServiceStep {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final WarrantyManagement warranty;

    OpenWarranty(WarrantyManagement warranty) {
        this.warranty = warranty;
    }

    @Override
    public void perform(Step step) {
        LocalDate end = warranty.open(step.caseId());
        step.set(WarrantyProcess.RETENTION_END, from(end));
        step.set(WarrantyProcess.OPEN_DEFECTS, warranty.countOpenDefects(step.caseId()));
    }

    static Date from(LocalDate end) {
        return Date.from(end.atStartOfDay(SHANGHAI).toInstant());
    }
}
