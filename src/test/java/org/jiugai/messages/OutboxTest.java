package org.jiugai.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiugai.CaseRun;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.consultation.CouncilForm.Adoption;
import org.jiugai.consultation.NewOpinion;
import org.jiugai.consultation.OpinionLedger;
import org.jiugai.consultation.OpinionSource;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.notice.NewObjection;
import org.jiugai.notice.NoticeManagement;
import org.jiugai.registry.AreaBasis;
import org.jiugai.registry.HouseholdCodes;
import org.jiugai.registry.HousingUnit;
import org.jiugai.registry.NewUnit;
import org.jiugai.registry.OwnerKind;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.registry.Tenure;
import org.jiugai.survey.SurveyAccess;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Whoever asked is told of the answer, once (S3-25): by a carrier, or by somebody in person. */
@ProcessTest
class OutboxTest {
    private static final Actor STREET = new Actor("zhongshi", "谢芳", "ja-sub-zhongshi", "中市街道办事处");

    @Autowired
    private Scenario scenario;

    @Autowired
    private SignedInClients clients;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private HouseholdCodes codes;

    @Autowired
    private OpinionLedger ledger;

    @Autowired
    private NoticeManagement notices;

    @Autowired
    private Outbox outbox;

    @Autowired
    private SurveyAccess access;

    @Autowired
    private Clock clock;

    private final List<String> carried = new ArrayList<>();
    private boolean down;

    private CaseRun settled(String phone) {
        CaseRun run = scenario.openCase("TOWN-LT");
        registry.add(
                run.communities().get(0).registeredId(),
                List.of(new NewUnit(
                        "1号楼",
                        1,
                        "101",
                        Area.ofSquareMetres("80.00"),
                        AreaBasis.REGISTRY,
                        Tenure.COMMODITY,
                        List.of(new NewUnit.Owner(OwnerKind.PERSON, "王小明", null, phone, true)))),
                Actor.SYSTEM);
        return run;
    }

    private HousingUnit unit(CaseRun run) {
        return registry.units(run.communities().get(0).registeredId()).get(0);
    }

    private void answered(CaseRun run) {
        ledger.record(
                run.caseId(),
                new NewOpinion(
                        run.communityIds().get(0), OpinionSource.PAGE, unit(run).id(), "路灯太暗"),
                STREET);
        long opinion = ledger.ofCase(run.caseId()).get(0).id();
        ledger.answer(run.caseId(), opinion, Adoption.NOT_ADOPTED, "已在去年更换", STREET);
    }

    /** The outbox with a carrier that notes what it carries, or is down; it leaves alone what other tests wrote. */
    private Outbox carrying(CaseRun run) {
        scenario.jdbc
                .sql(
                        """
                        insert into message_attempt (message_id, outcome, detail, person, office, recorded_at)
                        select m.id, 'TOLD', '另一测试', 'x', 'x', now() from resident_message m where m.case_id <> ?
                        on conflict do nothing""")
                .param(run.caseId())
                .update();
        return withCarrier((key, phone, text) -> {
            if (down) throw new MessageCarrier.Refused("短信网关没有答复");
            carried.add(phone + " " + text);
        });
    }

    private Outbox withCarrier(MessageCarrier carrier) {
        return new Outbox(scenario.jdbc, registry, access, provider(() -> carrier), clock);
    }

    private static ObjectProvider<MessageCarrier> provider(Supplier<MessageCarrier> carrier) {
        return new ObjectProvider<>() {
            @Override
            public MessageCarrier getObject() {
                return carrier.get();
            }
        };
    }

    private WrittenMessage message(CaseRun run) {
        return outbox.ofCase(run.caseId(), 0).get(0);
    }

    @Test
    void anAnswerIsSentOnceAndSaysNothingThatStrangersMustNotRead() {
        CaseRun run = settled("13900000001");
        answered(run);
        Outbox sending = carrying(run);
        assertThat(message(run).shownState()).isEqualTo("待告知");
        assertThat(sending.sendNext()).isTrue();
        assertThat(sending.sendNext()).isFalse();
        assertThat(carried).containsExactly("13900000001 您家2024-01-02提出的意见已答复：不采纳。全文请凭住户码在居民页面查看，或到社区居委会询问。");
        assertThat(message(run).shownState()).isEqualTo("已发送");
        assertThat(scenario.jdbc
                        .sql("select to_jsonb(m)::text from resident_message m where case_id = ?")
                        .param(run.caseId())
                        .query(String.class)
                        .single())
                .as("no number, no name")
                .doesNotContain("13900000001", "王小明", "路灯");
        assertThatThrownBy(() -> outbox.tell(run.caseId(), message(run).id(), "电话", STREET))
                .hasMessageContaining("该住户已经知道");
    }

    @Test
    void aCarrierThatIsDownIsAskedAgainAfterGrowingWaitsAndSixTimesAtMost() {
        CaseRun run = settled("13900000002");
        answered(run);
        Outbox sending = carrying(run);
        down = true;
        assertThat(sending.sendNext()).isTrue();
        scenario.at(LocalDate.of(2024, 1, 2), LocalTime.of(9, 4));
        assertThat(sending.sendNext()).isFalse();
        scenario.at(LocalDate.of(2024, 1, 2), LocalTime.of(9, 6));
        assertThat(sending.sendNext()).isTrue();
        scenario.at(LocalDate.of(2024, 1, 2), LocalTime.of(9, 24));
        assertThat(sending.sendNext()).isFalse();
        assertThat(message(run).shownState()).isEqualTo("发送失败 2 次：短信网关没有答复");
        for (int day = 3; day < 7; day++) {
            scenario.at(LocalDate.of(2024, 1, day));
            assertThat(sending.sendNext()).as("day %s", day).isTrue();
        }
        scenario.at(LocalDate.of(2024, 2, 7));
        assertThat(sending.sendNext()).as("six times").isFalse();
        assertThat(message(run).isOpen()).isTrue();
        outbox.tell(run.caseId(), message(run).id(), "电话", STREET);
        assertThat(message(run).shownState()).isEqualTo("已告知：电话");
    }

    @Test
    void aHouseholdWithoutATelephoneIsToldInPersonByItsCommitteeOrStreet() {
        CaseRun run = settled(null);
        answered(run);
        assertThat(carrying(run).sendNext()).isTrue();
        assertThat(message(run).shownState()).contains("底账中没有电话");
        String page = "/cases/" + run.caseNo() + "/messages";
        Client committee = scenario.signedIn("yunlu");
        assertThat(committee.get(page).body()).contains("1号楼1单元101室", "底账中没有电话", "不采纳");
        String path = page + "/" + message(run).id();
        Answer refused = committee.postForm(path, Map.of("way", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("【告知方式】必填");
        assertThat(committee.postForm(path, Map.of("way", "当面")).status()).isEqualTo(302);
        assertThat(committee.postForm(path, Map.of("way", "当面")).status())
                .as("twice")
                .isEqualTo(409);
        assertThat(committee.get(page).body()).contains("已告知：当面");
        assertThat(committee.get("/cases/" + run.caseNo()).body()).contains("居民消息");
    }

    @Test
    void anotherStreetAndOfficesThatDoNotKnowTheHouseholdDoNotTellIt() {
        CaseRun run = settled("13900000003");
        answered(run);
        String page = "/cases/" + run.caseNo() + "/messages";
        Client finance = scenario.signedIn("caizheng");
        assertThat(finance.get(page).body()).doesNotContain("13900000003", "<button type=\"submit\">已告知");
        assertThat(finance.postForm(page + "/" + message(run).id(), Map.of("way", "当面"))
                        .status())
                .isEqualTo(403);
        Actor elsewhere = new Actor("x", "某人", "ja-sub-elsewhere", "别的街道");
        assertThatThrownBy(() -> outbox.tell(run.caseId(), message(run).id(), "当面", elsewhere))
                .isInstanceOf(org.jiugai.casefile.VisibleCases.NotAllowed.class);
    }

    @Test
    void aHouseholdIsWrittenToOnceAboutTheSameAndToldOnceInTheDatabaseToo() {
        CaseRun run = settled("13900000004");
        answered(run);
        WrittenMessage written = message(run);
        outbox.write(new NewMessage(
                run.caseId(),
                written.communityId(),
                written.unitId(),
                "opinion:" + ledger.ofCase(run.caseId()).get(0).id(),
                "再来一次"));
        assertThat(outbox.ofCase(run.caseId(), 0)).hasSize(1);
        outbox.tell(run.caseId(), written.id(), "电话", STREET);
        assertThatThrownBy(() -> scenario.jdbc
                        .sql("insert into message_attempt (message_id, outcome, recorded_at) values (?, 'SENT', now())")
                        .param(written.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Over the public page a household objects; when the street answers, it is told and reads the answer at its page. */
    @Test
    void whoObjectedIsToldAndReadsTheAnswerAtItsPage() {
        CaseRun run = settled("13900000005");
        run.startProcess(
                "public-notice", Map.of("communityId", run.communityIds().get(0), "noticeStage", "FIRST_DRAFT"));
        run.agree("publish-notice");
        Client household = clients.stranger();
        household.get("/zhuhu");
        household.postForm("/zhuhu", Map.of("code", codes.issue(unit(run).id(), "首次发放", STREET)));
        long notice = scenario.jdbc
                .sql("select max(id) from public_notice where case_id = ?")
                .param(run.caseId())
                .query(Long.class)
                .single();
        household.postForm(
                "/zhuhu/jia/notices/" + notice + "/objections", Map.of("content", "占用绿地", "objector", "王小明"));
        assertThat(household.get("/zhuhu/jia").body()).contains("占用绿地", "待答复");
        run.advanceTo(LocalDate.of(2024, 1, 12));
        run.agree("close-notice");
        assertThat(outbox.ofCase(run.caseId(), 0)).as("not answered yet").isEmpty();
        run.agree("handle-objections");
        assertThat(message(run).body()).contains("公示提出的异议已答复");
        assertThat(household.get("/zhuhu/jia").status())
                .as("its half hour is over")
                .isEqualTo(302);
        household.postForm("/zhuhu", Map.of("code", codes.issue(unit(run).id(), "再次发放", STREET)));
        assertThat(household.get("/zhuhu/jia").body())
                .contains("占用绿地")
                .containsPattern("不成立|成立")
                .doesNotContain("待答复");
    }

    @Test
    void ofManyMessagesThoseToTellComeFirstAndAPageIsNotEndless() {
        CaseRun run = settled("13900000008");
        answered(run);
        WrittenMessage told = message(run);
        outbox.tell(run.caseId(), told.id(), "当面", STREET);
        for (int i = 0; i < Outbox.PAGE; i++)
            outbox.write(
                    new NewMessage(run.caseId(), told.communityId(), told.unitId(), "opinion:-" + i, "第" + i + "条"));
        assertThat(outbox.totals(run.caseId())).isEqualTo(new Outbox.Totals(Outbox.PAGE + 1, Outbox.PAGE));
        assertThat(outbox.ofCase(run.caseId(), 0)).hasSize(Outbox.PAGE).allMatch(WrittenMessage::isOpen);
        assertThat(outbox.ofCase(run.caseId(), 1))
                .extracting(WrittenMessage::id)
                .containsExactly(told.id());
        String page = "/cases/" + run.caseNo() + "/messages";
        Client committee = scenario.signedIn("yunlu");
        assertThat(committee.get(page).body()).contains("待告知 100 条", "下一页").doesNotContain("上一页");
        assertThat(committee.get(page + "?page=1").body())
                .contains("已告知：当面", "上一页")
                .doesNotContain("下一页");
    }

    /** To tell an anonymous objector somebody would have to learn who he is; he reads the answer at his page. */
    @Test
    void whoObjectedAnonymouslyIsNotNamedByAMessage() {
        CaseRun run = settled("13900000009");
        run.startProcess(
                "public-notice", Map.of("communityId", run.communityIds().get(0), "noticeStage", "FIRST_DRAFT"));
        run.agree("publish-notice");
        long notice = notices.ofCase(run.caseId()).get(0).noticeId();
        notices.object(notice, new NewObjection(null, true, "占用绿地", unit(run).id()), STREET);
        run.advanceTo(LocalDate.of(2024, 1, 12));
        run.agree("close-notice");
        run.agree("handle-objections");
        assertThat(outbox.totals(run.caseId()).written()).isZero();
        assertThat(notices.ofUnit(unit(run).id())).singleElement().satisfies(own -> {
            assertThat(own.content()).isEqualTo("占用绿地");
            assertThat(own.reply()).isNotNull();
        });
    }

    @Test
    void onlyWhoMayTellAHouseholdReadsItsAddress() {
        CaseRun run = settled("13900000010");
        answered(run);
        String page = "/cases/" + run.caseNo() + "/messages";
        for (String other : List.of("caizheng", "sheji", "dongshi"))
            assertThat(scenario.signedIn(other).get(page).body())
                    .as(other)
                    .contains("1号楼住户")
                    .doesNotContain("101室", "13900000010");
        for (String own : List.of("yunlu", "zhongshi"))
            assertThat(scenario.signedIn(own).get(page).body()).as(own).contains("1号楼1单元101室", "13900000010");
    }

    @Test
    void withoutACarrierNothingIsSent() {
        CaseRun run = settled("13900000006");
        answered(run);
        assertThat(outbox.sendNext()).isFalse();
        assertThat(message(run).shownState()).isEqualTo("待告知");
    }

    @Test
    void theKeyOfAMessageStaysTheSame() {
        CaseRun run = settled("13900000007");
        answered(run);
        carrying(run);
        List<UUID> keys = new ArrayList<>();
        Outbox sending = withCarrier((key, phone, text) -> {
            keys.add(key);
            throw new MessageCarrier.Refused("短信网关没有答复");
        });
        assertThat(sending.sendNext()).isTrue();
        scenario.at(LocalDate.of(2024, 1, 3));
        assertThat(sending.sendNext()).isTrue();
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0)).isEqualTo(keys.get(1));
    }
}
