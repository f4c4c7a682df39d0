package org.jiugai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.SignedInClients.Answer;
import org.jiugai.SignedInClients.Client;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.printing.PrintedPage;
import org.jiugai.printing.QrCode;
import org.jiugai.sheets.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The baseline on its pages and in its sheet (S3-23, book 1.2 B1). */
@ProcessTest
class RegistryPagesTest {
    private static final Actor OFFICE = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");
    private static final List<String> HEADER =
            List.of("楼栋", "单元", "房号", "专有面积", "面积依据", "房屋性质", "业主", "业主类别", "证件号", "电话", "投票代表");

    @Autowired
    private Scenario scenario;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private HousingImport imports;

    @Autowired
    private OwnerMerging merging;

    private long community() {
        return scenario.openCase("JINAN-2024").communities().get(0).registeredId();
    }

    private static byte[] sheet(List<List<String>> rows) {
        return SheetWriter.write(List.of(new SheetWriter.Page("房屋和业主", "底账", HEADER, rows)));
    }

    private int run(long community, byte[] content) {
        return imports.run(community, new ByteArrayInputStream(content), OFFICE);
    }

    @Test
    void twoThousandUnitsComeInFromASheet() {
        long community = community();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 2000; i++)
            rows.add(List.of(
                    i / 40 + 1 + "号楼",
                    String.valueOf(i % 40 / 10 + 1),
                    String.valueOf(101 + i % 10 * 100),
                    "80.5",
                    "不动产登记",
                    "商品房",
                    "业主" + i,
                    "",
                    "ID0000" + i,
                    "",
                    ""));
        rows.add(List.of("1号楼", "1", "101", "80.5", "不动产登记", "商品房", "共有人", "个人", "", "", "是"));
        long before = System.nanoTime();
        assertThat(run(community, sheet(rows))).isEqualTo(2000);
        assertThat(System.nanoTime() - before).isLessThan(30_000_000_000L);
        assertThat(registry.buildings(community)).hasSize(50).allSatisfy(building -> assertThat(building.units())
                .isEqualTo(40));
        List<Voter> voters = registry.electorate(community);
        assertThat(voters).hasSize(2000);
        assertThat(voters.get(0).representative()).isEqualTo("共有人");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsTaken() {
        long community = community();
        List<List<String>> rows = List.of(
                List.of("1号楼", "1", "101", "80", "登记", "商品房", "王一", "", "", "", ""),
                List.of("1号楼", "0", "102", "80", "实测", "商品房", "王二", "", "", "", ""),
                List.of("", "1", "103", "1000.01", "实测", "别墅", "", "外星人", "12", "x", "也许"),
                List.of("1号楼", "1", "104", "80", "合同", "公房", "王四", "", "", "", "是"),
                List.of("1号楼", "1", "104", "81", "合同", "公房", "王五", "", "", "", "是"));
        RuleViolation refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                RuleViolation.class, () -> run(community, sheet(rows)));
        assertThat(refused.faults())
                .extracting(RuleViolation.Fault::message)
                .anySatisfy(m -> assertThat(m).contains("第3行【面积依据】应为不动产登记、实测、合同之一"))
                .anySatisfy(m -> assertThat(m).contains("第4行【单元】应为1至99的整数"))
                .anySatisfy(m -> assertThat(m).contains("第5行【专有面积】"))
                .anySatisfy(m -> assertThat(m).contains("第5行【房屋性质】"))
                .anySatisfy(m -> assertThat(m).contains("第5行【业主】必填"))
                .anySatisfy(m -> assertThat(m).contains("第5行【投票代表】"))
                .anySatisfy(m -> assertThat(m).contains("第7行【专有面积】同一户各行"))
                .anySatisfy(m -> assertThat(m).contains("第7行【投票代表】共有人只能指定一名"));
        assertThat(registry.units(community)).isEmpty();
        List<List<String>> good = List.of(List.of("1号楼", "1", "101", "80", "实测", "商品房", "王一", "", "", "", ""));
        run(community, sheet(good));
        RuleViolation again = org.assertj.core.api.Assertions.catchThrowableOfType(
                RuleViolation.class, () -> run(community, sheet(good)));
        assertThat(again.faults().get(0).message()).contains("已在底账中");
    }

    @Test
    void coOwnersNameAnotherOfThemToVoteForAll() {
        long community = community();
        run(
                community,
                sheet(List.of(
                        List.of("1号楼", "1", "101", "80", "不动产登记", "商品房", "王小明", "", "", "", "是"),
                        List.of("1号楼", "1", "101", "80", "不动产登记", "商品房", "李红", "", "", "", ""),
                        List.of("1号楼", "1", "102", "70", "不动产登记", "商品房", "赵刚", "", "", "", ""))));
        List<HousingUnit> units = registry.units(community);
        Client committee = scenario.signedIn("yunlu");
        String page = "/registry/units/" + units.get(0).id();
        assertThat(committee.get(page).body()).contains("指定代表");
        assertThat(committee.get("/registry/units/" + units.get(1).id()).body())
                .as("an owner alone")
                .doesNotContain("指定代表");
        assertThat(registry.electorate(community).get(0).representative()).isEqualTo("王小明");
        String other = owner(community, "李红");
        Answer without = committee.postForm(page + "/voter", Map.of("ownerId", other, "reason", " ", "version", "0"));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("【变更理由】必填");
        assertThat(committee
                        .postForm(
                                page + "/voter",
                                Map.of("ownerId", owner(community, "赵刚"), "reason", "推选", "version", "0"))
                        .body())
                .as("somebody else's flat")
                .contains("【投票代表】请从本户现有业主中选择");
        Map<String, String> named = Map.of("ownerId", other, "reason", "共有人推选", "version", "0");
        assertThat(committee.postForm(page + "/voter", named).status()).isEqualTo(302);
        assertThat(registry.electorate(community).get(0).representative()).isEqualTo("李红");
        assertThat(registry.electorate(community)).hasSize(2);
        assertThat(committee.get(page).body()).contains("投票代表：李*", "共有人推选");
        assertThat(committee.postForm(page + "/voter", named).status())
                .as("changed in between")
                .isEqualTo(409);
        assertThat(scenario.signedIn("gulou").postForm(page + "/voter", named).status())
                .isEqualTo(404);
    }

    private String owner(long community, String name) {
        return scenario.jdbc
                .sql("select id::text from property_owner where community_id = ? and name = ?")
                .params(community, name)
                .query(String.class)
                .single();
    }

    @Test
    void theCommitteeItsStreetAndTheRenovationOfficeKeepItAndNobodyElseSeesIt() {
        long community = community();
        registry.add(community, List.of(org.jiugai.Residents.unit(1, 0, "80.00", "王小明")), OFFICE);
        String page = "/registry/" + community;
        for (String keeper : List.of("yunlu", "zhongshi", "jiugai")) {
            assertThat(scenario.signedIn(keeper).get(page).body())
                    .as(keeper)
                    .contains("1号楼1单元101室", "王**")
                    .doesNotContain("王小明");
        }
        for (String stranger : List.of("gulou", "dongshi", "sheji", "shenji")) {
            assertThat(scenario.signedIn(stranger).get(page).status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(scenario.signedIn("sheji").get("/registry").status()).isEqualTo(403);
        assertThat(scenario.signedIn("yunlu").get("/registry").body()).contains(page);
        assertThat(scenario.signedIn("yunlu").get(page + "/template").status()).isEqualTo(200);
        assertThat(scenario.signedIn("yunlu").get("/registry/999999999").status())
                .isEqualTo(404);
    }

    @Test
    void anEarlierBasisIsNotReplacedByALaterOneAndTwoWhoEditDoNotOverwriteEachOther() {
        long community = community();
        registry.add(community, List.of(org.jiugai.Residents.unit(1, 0, "80.00", "王小明")), OFFICE);
        String page = "/registry/units/" + registry.units(community).get(0).id();
        Client office = scenario.signedIn("yunlu");
        Answer later = office.postForm(
                page + "/area", Map.of("area", "82.00", "basis", "CONTRACT", "reason", "", "version", "0"));
        assertThat(later.status()).isEqualTo(422);
        assertThat(later.body()).contains("已按“不动产登记”登记", "【变更理由】必填", "82.00");
        Map<String, String> right = Map.of("area", "82.00", "basis", "REGISTRY", "reason", "登记更正", "version", "0");
        assertThat(office.postForm(page + "/area", right).status()).isEqualTo(302);
        Answer stale = office.postForm(page + "/area", right);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("刚由他人修改");
        assertThat(office.postForm(
                                page + "/owner",
                                Map.of(
                                        "kind",
                                        "PERSON",
                                        "name",
                                        "李小红",
                                        "on",
                                        "2024-01-02",
                                        "reason",
                                        "买卖",
                                        "version",
                                        "1"))
                        .status())
                .isEqualTo(302);
        assertThat(registry.electorate(community)).extracting(Voter::name).containsExactly("李小红");
        assertThat(office.get(page).body())
                .contains("82.00 m", "登记更正", "买卖", "李**")
                .doesNotContain("李小红");
        assertThat(office.postForm(page + "/code", Map.of()).body()).contains("只显示这一次");
        assertThat(scenario.signedIn("gulou").postForm(page + "/code", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void aLetterCarriesTheAddressAndTheCode() throws java.io.IOException {
        byte[] pdf = PrintedPage.pdf(
                "registry/letters",
                Map.of(
                        "community",
                        new RegisteredCommunity(1, "341502", "341502001", "云路新村", null),
                        "letters",
                        List.of(
                                Map.of("address", "1号楼1单元101室", "code", "AAAAA-BBBBB"),
                                Map.of("address", "1号楼1单元102室", "code", "CCCCC-DDDDD")),
                        "door",
                        "http://localhost/zhuhu",
                        "qr",
                        QrCode.of("http://localhost/zhuhu")));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document)).contains("云路新村 1号楼1单元101室", "CCCCC-DDDDD");
        }
    }

    private static NewUnit unit(int no, String owner, @Nullable String identity) {
        return new NewUnit(
                "1号楼",
                1,
                String.valueOf(100 + no),
                Area.ofSquareMetres("80.00"),
                AreaBasis.REGISTRY,
                Tenure.COMMODITY,
                List.of(new NewUnit.Owner(OwnerKind.PERSON, owner, identity, null, true)));
    }

    /** One person with several flats is one voter, also where the import could not tell. */
    @Test
    void twoOwnersOfOneNameAreMergedByHandAndVoteAsOne() {
        long community = community();
        registry.add(
                community,
                List.of(
                        unit(1, "王小明", "341502199001010011"),
                        unit(2, "王小明", null),
                        unit(3, "李红", "341502199001010022"),
                        unit(4, "李红", "341502199001010033")),
                OFFICE);
        assertThat(registry.electorate(community)).hasSize(4);
        OwnerMerging.Pair pair = merging.suspected(community).get(0);
        assertThat(merging.suspected(community)).hasSize(1);
        assertThat(pair.keptTail()).as("who has a number is kept").isEqualTo("0011");
        String page = "/registry/" + community;
        Client committee = scenario.signedIn("yunlu");
        assertThat(pair.masked()).isEqualTo("王**");
        assertThat(committee.get(page).body()).contains("疑似同一业主", "证件尾号0011").doesNotContain("王小明");
        Map<String, String> merge = new HashMap<>(Map.of(
                "kept", String.valueOf(pair.keptId()), "merged", String.valueOf(pair.mergedId()), "reason", " "));
        assertThat(committee.postForm(page + "/owners/merge", merge).body()).contains("【合并理由】必填");
        merge.put("reason", "核对不动产登记，为同一人");
        assertThat(scenario.signedIn("dongshi")
                        .postForm(page + "/owners/merge", merge)
                        .status())
                .isEqualTo(404);
        assertThat(committee.postForm(page + "/owners/merge", merge).status()).isEqualTo(302);
        assertThat(registry.electorate(community)).hasSize(3).anySatisfy(voter -> {
            assertThat(voter.units()).hasSize(2);
            assertThat(voter.area().squareMetres()).isEqualTo("160.00");
        });
        assertThat(merging.suspected(community)).isEmpty();
        List<Long> two = scenario.jdbc
                .sql("select id from property_owner where community_id = ? and name = '李红' order by id")
                .param(community)
                .query(Long.class)
                .list();
        assertThatThrownBy(() -> merging.merge(community, two.get(0), two.get(1), "同名", OFFICE))
                .hasMessageContaining("都登记了证件号");
    }
}
