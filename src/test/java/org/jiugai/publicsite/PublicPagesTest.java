package org.jiugai.publicsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.casefile.CommunityDepartures;
import org.jiugai.casefile.Stage;
import org.jiugai.casefile.VisibleCases;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Money;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.StateConflict;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.notice.PublicNotice;
import org.jiugai.publicsite.Publishable.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** 信息公开: what everybody may read, and only what a second person has released (S3-24, S0-31, S0-83). */
@ProcessTest
class PublicPagesTest {
    private static final Actor COMMITTEE = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");
    private static final Actor STREET = new Actor("zhongshi", "谢芳", "ja-sub-zhongshi", "中市街道办事处");
    private static final Actor OTHER_STREET = new Actor("dongshi", "柏松", "ja-sub-dongshi", "东市街道办事处");

    @Autowired
    private Scenario scenario;

    @Autowired
    private SignedInClients clients;

    @Autowired
    private Publications publications;

    @Autowired
    private NoticeManagement notices;

    @Autowired
    private CaseManagement cases;

    @Autowired
    private CommunityDepartures departures;

    private void publish(CaseRun run, Kind kind, long subject) {
        publications.propose(run.caseId(), kind, subject, COMMITTEE);
        publications.release(run.caseId(), id(run, kind, subject), STREET);
    }

    private long id(CaseRun run, Kind kind, long subject) {
        return publications.of(run.caseId()).stream()
                .filter(each -> each.kind() == kind && each.subjectId() == subject)
                .map(Publishable::publicationId)
                .findFirst()
                .orElseThrow();
    }

    private String page(CaseRun run) {
        return "/gongkai/" + run.caseNo();
    }

    @Test
    void nothingIsPublicBeforeASecondPersonReleasesIt() {
        CaseRun run = scenario.openCase("CITY-2024RPT");
        Client anybody = clients.stranger();
        int unknown = anybody.get("/gongkai/NO-SUCH-CASE").status();
        assertThat(unknown).isEqualTo(404);
        assertThat(anybody.get(page(run)).status()).isEqualTo(404);
        publications.propose(run.caseId(), Kind.PROJECT, run.caseId(), STREET);
        assertThat(anybody.get(page(run)).status()).isEqualTo(404);
        long asked = id(run, Kind.PROJECT, run.caseId());
        assertThatThrownBy(() -> publications.release(run.caseId(), asked, STREET))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不同人员");
        assertThatThrownBy(() -> publications.release(
                        run.caseId(),
                        asked,
                        Actor.of("jiugai", "周建国", "ja-renovation-office", "旧改办", "zhongshi", "谢芳")))
                .as("a stand-in of whoever asked")
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> publications.release(run.caseId(), asked, OTHER_STREET))
                .isInstanceOf(VisibleCases.NotAllowed.class);
        assertThatThrownBy(() -> scenario.jdbc
                        .sql(
                                "update publication set released_by = proposed_by, released_office = 'x', released_on = now(), released_at = now() where id = ?")
                        .param(asked)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        Actor office = new Actor("jiugai", "周建国", "ja-renovation-office", "旧改办");
        publications.release(run.caseId(), asked, office);
        assertThat(anybody.get(page(run)).body())
                .contains("办理到哪一步", "示例小区1", "改造方案尚未公开", "属地街道：中市街道办事处", "href=\"tel:0564-3260002\"", "牵头单位：金安区旧改办")
                .doesNotContain("满意度调查");
        cases.reach(run.caseId(), Stage.ACCEPTANCE);
        assertThat(anybody.get(page(run)).body()).contains("满意度调查", "凭住户码回答");
        assertThatThrownBy(() -> publications.release(run.caseId(), asked, office))
                .isInstanceOf(StateConflict.class);
        publications.withdraw(run.caseId(), asked, "误发", office);
        assertThat(anybody.get(page(run)).status()).isEqualTo(404);
    }

    @Test
    void everybodyReadsPlansWithTheirChangesAndRunningNoticesAndObjects() {
        CaseRun run = scenario.openCase("CITY-2024RPT").walkTo("publish-notice");
        long community = run.communityIds().get(0);
        publish(run, Kind.PROJECT, run.caseId());
        long first = planIds(run).get(0);
        publish(run, Kind.PLAN, first);
        Client anybody = clients.stranger();
        assertThat(anybody.get(page(run)).body()).contains("改造方案 v1").doesNotContain("正在公示");
        run.agree("publish-notice");
        PublicNotice notice = notices.ofCommunity(community).get(0);
        String objection = page(run) + "/notices/" + notice.noticeId() + "/objection";
        assertThat(anybody.get(page(run)).body()).doesNotContain("正在公示");
        assertThat(anybody.get(objection).status()).isEqualTo(404);
        publish(run, Kind.NOTICE, notice.noticeId());
        assertThat(anybody.get(page(run)).body()).contains("正在公示", "还有 8 天（含今天）", notice.contact());

        assertThat(anybody.get(objection).body()).contains("异议内容");
        Answer refused = anybody.postForm(objection, Map.of("content", "挡住我家采光"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【异议人】非匿名的须填写姓名", "挡住我家采光");
        assertThat(anybody.postForm(objection, Map.of("content", "挡住我家采光", "objector", "赵某某"))
                        .body())
                .contains("已收到您的异议");
        assertThat(notices.online(notice.noticeId())).hasSize(1);
        assertThat(anybody.get(page(run)).body())
                .as("no personal data on a public page")
                .doesNotContain("赵某某", "采光", "谢芳", "邹兰");
        for (int i = 0; i < 10; i++) anybody.postForm(objection, Map.of("content", ""));
        Answer often = anybody.postForm(objection, Map.of("content", "再提一次", "anonymous", "true"));
        assertThat(often.status()).isEqualTo(429);
        assertThat(often.body()).contains("再提一次");
        assertThat(notices.online(notice.noticeId())).hasSize(1);

        run.advanceTo(scenario.today().plusDays(15));
        assertThat(anybody.get(objection).status()).as("the window has closed").isEqualTo(404);
        run.walkTo("hold-council").walkTo("draft-plan");
        run.agree("draft-plan");
        publish(run, Kind.PLAN, planIds(run).get(1));
        assertThat(anybody.get(page(run)).body()).contains("改造方案 v2（最新）", "与v1相比的变化");
    }

    private List<Long> planIds(CaseRun run) {
        return publications.of(run.caseId()).stream()
                .filter(each -> each.kind() == Kind.PLAN)
                .map(Publishable::subjectId)
                .toList();
    }

    @Test
    void projectsAreFoundByStreetAndName() {
        CaseRun run = scenario.openCase("JINAN-2024");
        String name = cases.get(run.caseId()).name();
        publish(run, Kind.PROJECT, run.caseId());
        Client anybody = clients.stranger();
        assertThat(anybody.get("/gongkai?q=" + encoded(name)).body()).contains(name, "中市街道", "示例小区1");
        assertThat(anybody.get("/gongkai?street=341502001&q=" + encoded(name)).body())
                .contains(name);
        assertThat(anybody.get("/gongkai?street=341502002&q=" + encoded(name)).body())
                .contains("没有找到公开的项目");
        assertThat(anybody.get("/gongkai?q=" + encoded("%' or 1=1 --")).body()).contains("没有找到公开的项目");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void readingMayLieInCachesAndWritingMayNot() {
        CaseRun run = scenario.openCase("CITY-2024RPT").walkTo("publish-notice");
        run.agree("publish-notice");
        publish(run, Kind.PROJECT, run.caseId());
        long notice = notices.ofCase(run.caseId()).get(0).noticeId();
        publish(run, Kind.NOTICE, notice);
        Client anybody = clients.stranger();
        for (String path : List.of("/gongkai", page(run))) {
            HttpHeaders headers = anybody.download(path).headers();
            assertThat(headers.firstValue("Cache-Control")).as(path).hasValueSatisfying(value -> assertThat(value)
                    .contains("public", "max-age=60"));
            assertThat(headers.firstValue("Set-Cookie"))
                    .as("nothing of one reader is kept for another")
                    .isEmpty();
        }
        assertThat(anybody.download(page(run) + "/notices/" + notice + "/objection")
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    /** What a telephone reads from the pictures of the page. */
    private static List<String> codes(PDPage sheet) throws Exception {
        List<String> read = new ArrayList<>();
        for (COSName name : sheet.getResources().getXObjectNames()) {
            if (!(sheet.getResources().getXObject(name) instanceof PDImageXObject image)) continue;
            BufferedImage picture = image.getImage();
            int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            LuminanceSource light = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots);
            read.add(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText());
        }
        return read;
    }

    @Test
    void officesProposeAndReleaseOnThePageAndPrintThePosterOnlyThen() throws Exception {
        CaseRun run = scenario.openCase("CITY-2024RPT").walkTo("publish-notice");
        scenario.residents.moveIn(run.communities().get(0).registeredId(), 2, 3);
        long notice = notices.ofCase(run.caseId()).get(0).noticeId();
        String pages = "/cases/" + run.caseNo() + "/publication";
        String poster = "/cases/" + run.caseNo() + "/notices/" + notice + "/poster";
        Client committee = scenario.signedIn("yunlu");
        Client street = scenario.signedIn("zhongshi");
        assertThat(street.get(poster + "?start=2024-03-01&contact=0564-1&issuer=x&paper=A5")
                        .body())
                .contains("尚未核发公开", "【纸张】为A4或A3");
        assertThat(street.get(poster).body())
                .as("proposed, to be overwritten")
                .contains("value=\"云路社区居民委员会\"", "value=\"云路社区居民委员会 0564-3260003\"");
        assertThat(street.get(poster + "?start=2024-03-01&contact=0564-1&issuer=x&paper=A5")
                        .body())
                .contains("value=\"0564-1\"", "value=\"x\"");
        Map<String, String> ask = Map.of("kind", "NOTICE", "subjectId", String.valueOf(notice));
        assertThat(committee.postForm(pages, ask).status()).isEqualTo(302);
        assertThat(committee.postForm(pages, ask).status()).isEqualTo(409);
        assertThat(committee.get(pages).body()).contains("由您提请，请他人核发");
        String one = pages + "/" + id(run, Kind.NOTICE, notice);
        assertThat(committee.postForm(one + "/release", Map.of()).status()).isEqualTo(403);
        assertThat(scenario.signedIn("dongshi")
                        .postForm(one + "/release", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(street.postForm(one + "/release", Map.of()).status()).isEqualTo(302);
        assertThat(street.postForm(one + "/withdrawal", Map.of("reason", " ")).body())
                .contains("【撤下理由】必填");
        assertThat(street.postForm(pages, Map.of("kind", "PLAN", "subjectId", "999999999"))
                        .status())
                .isEqualTo(422);
        byte[] pdf = street.download(poster
                        + "?start=2024-03-01&contact=" + encoded("电话0564-3210000") + "&issuer=" + encoded("中市街道办事处")
                        + "&paper=A3")
                .body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(840f, 844f);
            assertThat(codes(document.getPage(0)))
                    .as("the code leads to the public page and says at which door it hangs")
                    .singleElement()
                    .asString()
                    .contains(page(run) + "?d=")
                    .endsWith("-1");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("2024-03-01", "2024-03-08", "0564-3210000", "中市街道办事处", "1号楼1单元", "2号楼1单元", page(run));
        }
        assertThat(scenario.signedIn("shenji")
                        .get("/cases/" + run.caseNo() + "/publication")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyObjectsToTheNoticeOfACommunityThatHasLeft() {
        CaseRun run =
                scenario.openCase("CITY-2024RPT", 2, Money.ofYuan("2000000.00")).walkTo("publish-notice");
        run.agree("publish-notice");
        PublicNotice notice = notices.ofCase(run.caseId()).stream()
                .filter(each -> each.startDate() != null)
                .findFirst()
                .orElseThrow();
        publish(run, Kind.PROJECT, run.caseId());
        publish(run, Kind.NOTICE, notice.noticeId());
        String objection = page(run) + "/notices/" + notice.noticeId() + "/objection";
        assertThat(clients.stranger().get(objection).status()).isEqualTo(200);
        departures.ask(run.caseId(), notice.communityId(), "列入征迁", STREET);
        departures.decide(
                run.caseId(),
                departures.of(run.caseId()).get(0).id(),
                true,
                "同意剥离",
                new Actor("jiugai", "周建国", "ja-renovation-office", "旧改办"));
        assertThat(clients.stranger().get(objection).status()).isEqualTo(404);
    }
}
