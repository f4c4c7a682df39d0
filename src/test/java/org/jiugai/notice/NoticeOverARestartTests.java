package org.jiugai.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jiugai.CaseRun;
import org.jiugai.Jiugai;
import org.jiugai.Residents;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients;
import org.jiugai.casefile.CaseManagement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application stops while a notice hangs and starts again days later: the notice, its timer and what residents wrote are there. Each of
 * the two is a process of its own, as the engine keeps one application for each.
 */
class NoticeOverARestartTests {
    private static final long PATIENCE_SECONDS = 180;

    @Test
    void nothingIsLostOverARestart(@TempDir Path folder) throws IOException, InterruptedException {
        for (Half half : Half.values()) {
            Path log = folder.resolve(half + ".log");
            Process application = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-Duser.timezone=Asia/Shanghai",
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NoticeOverARestartTests.class.getName(),
                            half.name(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                assertThat(application.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as("%s ends: %s", half, log)
                        .isTrue();
                assertThat(application.exitValue()).as(Files.readString(log)).isZero();
            } finally {
                application.destroyForcibly();
            }
        }
    }

    private enum Half {
        BEFORE,
        AFTER
    }

    /** @param arguments which half, and the folder of the data */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        Jiugai.class, Scenario.class, Residents.class, SignedInClients.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--jiugai.database.directory=" + folder.resolve("data"),
                        "--jiugai.files.directory=" + folder.resolve("files"),
                        "--jiugai.audit.anchors=" + folder.resolve("anchors"))) {
            if (Half.valueOf(arguments[0]) == Half.BEFORE)
                Files.writeString(folder.resolve("case"), posted(application));
            else goesOn(application, Files.readString(folder.resolve("case")));
        } catch (AssertionError | RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    /** Posts a notice to the ninth, takes an objection, and leaves it hanging. */
    private static String posted(ConfigurableApplicationContext application) {
        CaseRun run = application.getBean(Scenario.class).openCase("CITY-2024RPT");
        run.startProcess(
                "public-notice", Map.of("communityId", run.communityIds().get(0), "noticeStage", "FIRST_DRAFT"));
        run.agree("publish-notice");
        NoticeManagement notices = application.getBean(NoticeManagement.class);
        PublicNotice posted = notices.ofCase(run.caseId()).get(0);
        assertThat(posted.endDate()).isEqualTo(LocalDate.of(2024, 1, 9));
        notices.object(posted.noticeId(), new NewObjection("王小明", false, "车棚挡住一楼采光", null), Residents.HOUSEHOLD);
        assertThat(run.tasks("close-notice")).isEmpty();
        return run.caseNo();
    }

    private static void goesOn(ConfigurableApplicationContext application, String caseNo) {
        Scenario scenario = application.getBean(Scenario.class);
        scenario.at(LocalDate.of(2024, 1, 8));
        CaseRun run = scenario.follow(
                application.getBean(CaseManagement.class).find(caseNo).orElseThrow());
        NoticeManagement notices = application.getBean(NoticeManagement.class);
        PublicNotice posted = notices.ofCase(run.caseId()).get(0);
        assertThat(notices.isRunning(posted)).isTrue();
        run.advanceTo(LocalDate.of(2024, 1, 9));
        assertThat(run.tasks("close-notice")).as("its last day runs to its end").isEmpty();
        run.advanceTo(LocalDate.of(2024, 1, 10));
        assertThat(run.tasks("close-notice")).hasSize(1);
        run.agree("close-notice");
        assertThat(run.view("handle-objections").body()).contains("车棚挡住一楼采光");
        run.agree("handle-objections");
        assertThat(notices.objections(posted.noticeId()))
                .singleElement()
                .satisfies(objection -> assertThat(objection.objector()).isEqualTo("王小明"));
    }
}
