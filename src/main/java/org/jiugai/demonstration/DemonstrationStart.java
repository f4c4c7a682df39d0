package org.jiugai.demonstration;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Loads the demonstration when the application starts, and says where it is and who can sign in. */
@Component
@Profile("!production & !test")
class DemonstrationStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationStart.class);
    private final DemonstrationCounty county;
    private final DemonstrationProgramme programme;
    private final DemonstrationBaseline baseline;
    private final DemonstrationClock clock;
    private final ServletWebServerApplicationContext server;

    DemonstrationStart(
            DemonstrationCounty county,
            DemonstrationProgramme programme,
            DemonstrationBaseline baseline,
            DemonstrationClock clock,
            ServletWebServerApplicationContext server) {
        this.county = county;
        this.programme = programme;
        this.baseline = baseline;
        this.clock = clock;
        this.server = server;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        clock.restore();
        DemonstrationCounty.Setup loaded = county.load();
        programme.load();
        baseline.load(DemonstrationProgramme.COUNTY, DemonstrationProgramme.YEAR);
        String accounts = loaded.offices().stream()
                .map(office -> "  %-24s %s"
                        .formatted(
                                office.people().stream()
                                        .map(DemonstrationCounty.PersonEntry::id)
                                        .collect(Collectors.joining(", ")),
                                office.name()))
                .collect(Collectors.joining("\n"));
        LOG.info(
                "演示系统已启动\n\n  地址：http://127.0.0.1:{}/\n  演示账号（密码均为 {}）：\n{}\n",
                server.getWebServer().getPort(),
                DemonstrationCounty.PASSWORD,
                accounts);
    }
}
