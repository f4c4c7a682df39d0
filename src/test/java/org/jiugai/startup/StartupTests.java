package org.jiugai.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

/** A start that fails says in one Chinese line what to do. */
class StartupTests {
    private final StartFailures failures = new StartFailures();

    @Test
    void aDataFolderBelongsToOneInstance(@TempDir Path folder) throws IOException {
        try (DataFolder first = DataFolder.claim(folder)) {
            assertThatThrownBy(() -> DataFolder.claim(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("正被另一个运行中的实例使用")
                    .hasMessageContaining(first.root().toString());
        }
        DataFolder.claim(folder).close();
    }

    @Test
    void aDatabasePortOnWhichSomebodyElseListensIsNamed(@TempDir Path folder) throws IOException {
        try (DataFolder data = DataFolder.claim(folder);
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> data.ensureDatabaseCanListen(other.getLocalPort()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("数据库端口 " + other.getLocalPort() + " 已被占用");
            data.ensureDatabaseCanListen(0);
        }
    }

    @Test
    void productionWithoutDatabaseSettingsIsRefusedWithTheNamesOfWhatIsMissing() {
        MockEnvironment environment =
                new MockEnvironment().withProperty("JIUGAI_DATABASE_URL", "jdbc:postgresql://db/x");
        environment.setActiveProfiles("production");
        assertThatThrownBy(() -> new ProductionSettings().postProcessEnvironment(environment, new SpringApplication()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("JIUGAI_DATABASE_USER、JIUGAI_DATABASE_PASSWORD")
                .hasMessageNotContaining("JIUGAI_DATABASE_URL、");
    }

    @Test
    void aWeakPasswordOfTheFirstAdministratorIsRefused() {
        assertThatThrownBy(() -> production(
                        "JIUGAI_ADMIN_USER",
                        "ren",
                        "JIUGAI_ADMIN_COUNTY",
                        "341502 金安区",
                        "JIUGAI_ADMIN_PASSWORD",
                        "admin123456"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("JIUGAI_ADMIN_PASSWORD 不能少于12个字符：请改用更长的密码后重新启动。");
    }

    @Test
    void theFirstAdministratorIsNamedWhollyOrNotAtAll() {
        assertThatThrownBy(() -> production("JIUGAI_ADMIN_PASSWORD", "long enough for anybody"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("缺少 JIUGAI_ADMIN_USER、JIUGAI_ADMIN_COUNTY");
        production();
        production(
                "JIUGAI_ADMIN_USER",
                "ren",
                "JIUGAI_ADMIN_COUNTY",
                "341502 金安区",
                "JIUGAI_ADMIN_PASSWORD",
                "long enough for anybody");
    }

    private static void production(String... settings) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("JIUGAI_DATABASE_URL", "jdbc:postgresql://db/x")
                .withProperty("JIUGAI_DATABASE_USER", "x")
                .withProperty("JIUGAI_DATABASE_PASSWORD", "x");
        for (int i = 0; i < settings.length; i += 2) environment.setProperty(settings[i], settings[i + 1]);
        environment.setActiveProfiles("production");
        new ProductionSettings().postProcessEnvironment(environment, new SpringApplication());
    }

    @Test
    void aUsedPortIsNamedWithWhatToDo() {
        assertThat(failures.analyze(new IllegalStateException(new PortInUseException(8080)))
                        .getDescription())
                .contains("端口 8080 已被占用")
                .contains("--server.port");
    }

    @Test
    void aDatabaseNewerThanTheApplicationIsNamed() {
        FlywayValidateException newer = new FlywayValidateException(
                new ErrorDetails(CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED, "V99"), "validate failed");
        assertThat(failures.analyze(newer).getDescription())
                .contains("数据库比本程序新")
                .doesNotContain("\n");
    }

    @Test
    void whatNobodyCanMendIsLeftToTheStackTrace() {
        assertThat(failures.analyze(new IllegalStateException("bug"))).isNull();
    }

    @Test
    void theClockMovesApplicationAndEngineTogether() {
        TravellingClock clock = new TravellingClock();
        try {
            clock.shift(Duration.ofDays(1000));
            assertThat(clock.instant().atZone(TravellingClock.SHANGHAI).toLocalDate())
                    .isEqualTo(ClockUtil.getCurrentTime()
                            .toInstant()
                            .atZone(TravellingClock.SHANGHAI)
                            .toLocalDate())
                    .isAfter(LocalDate.of(2027, 1, 1));
            assertThat(Map.of("ahead", clock.offset())).containsEntry("ahead", Duration.ofDays(1000));
        } finally {
            ClockUtil.reset();
        }
    }
}
