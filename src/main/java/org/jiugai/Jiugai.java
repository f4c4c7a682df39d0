package org.jiugai;

import java.util.TimeZone;
import org.jiugai.archive.VerifyPackage;
import org.jiugai.audit.VerifyRecord;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process, one database, every room of {@code org.jiugai}. */
@SpringBootApplication
public class Jiugai {
    public static void main(String[] args) {
        // dates are Chinese dates, also in the engine's tables, whatever the machine thinks
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        if (VerifyPackage.isAsked(args)) System.exit(VerifyPackage.run(args));
        if (VerifyRecord.isAsked(args)) System.exit(VerifyRecord.run(args));
        SpringApplication.run(Jiugai.class, args);
    }
}
