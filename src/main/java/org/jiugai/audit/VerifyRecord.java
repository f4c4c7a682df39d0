package org.jiugai.audit;

import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 记录核验 on the command line: the application's own database and folder of anchors, and nothing else of the application. */
public final class VerifyRecord {
    /** The argument that asks for it. */
    public static final String OPTION = "--jiugai.verify-audit";

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_VERIFIED = 2;

    private VerifyRecord() {}

    public static boolean isAsked(String... arguments) {
        return Arrays.asList(arguments).contains(OPTION);
    }

    /** Says in one line what was found. @return the exit code: 0 whole, 1 broken, 2 it could not be verified */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Needed.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments)) {
            Verification verification = context.getBean(AuditChain.class).verify();
            System.out.println(verification.sentence());
            return verification.isWhole() ? WHOLE : BROKEN;
        } catch (RuntimeException failure) {
            System.out.println("记录核验：未能核验。" + failure.getMessage());
            return NOT_VERIFIED;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({AuditChain.class, AnchorFolder.class})
    @ComponentScan("org.jiugai.startup")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Needed {}
}
