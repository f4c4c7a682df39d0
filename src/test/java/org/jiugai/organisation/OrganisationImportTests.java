package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.RuleViolation.Fault;
import org.jiugai.organisation.OrganisationImport.Imported;
import org.jiugai.sheets.SheetWriter;
import org.jiugai.sheets.SheetWriter.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Import of regions, offices and people: all or nothing, under the rules of the pages. */
@ProcessTest
class OrganisationImportTests {
    private static final List<String> REGION = List.of("代码", "名称", "级别", "上级代码");
    private static final List<String> OFFICE = List.of("编号", "名称", "类别", "区划代码", "职责", "服务区县");
    private static final List<String> PERSON = List.of("登录名", "姓名", "单位编号", "起", "止");

    @Autowired
    private Scenario scenario;

    @Autowired
    private OrganisationSetup setup;

    @Autowired
    private OrganisationImport imports;

    @Autowired
    private OrganisationManagement organisation;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Directory directory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionStatus transaction;

    @BeforeEach
    void begin() {
        OtherCounty.load(scenario, setup);
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    }

    @AfterEach
    void undo() {
        if (!transaction.isCompleted()) transactions.rollback(transaction);
    }

    @Test
    void aWholeCountyComesInOneWorkbook() {
        Imported imported = run(
                regions(
                        List.of("341502008001", "新村", "村", "341502008"),
                        List.of("341502008", "新 街道", "街道（镇）", "341502"),
                        List.of("341502", "金安区", "区县", "341500")),
                offices(
                        List.of("ja-sub-xin", "新街道办事处", "机关", "341502008", "街道办事处（镇人民政府）、⽼旧⼩区改造领导⼩组", ""),
                        List.of("ja-firm-x", "某设计公司", "参建单位", "341502", "designer", "341502"),
                        List.of("ja-expert", "金安区评审专家组", "机关", "341502", "法制审核", "")),
                people(
                        List.of("xin.a", "甲", "ja-sub-xin", "2024-01-01", "2025-12-31"),
                        List.of("xin.b", "乙", "ja-firm-x", "", ""),
                        List.of("xin.a", "甲", "ja-firm-x", "", "2024-06-30"),
                        List.of("caizheng", "孙 丽", "ja-audit-bureau", "", "")));
        assertThat(imported.added()).isEqualTo(6);
        assertThat(imported.changed()).isEqualTo(3);
        assertThat(imported.issued())
                .extracting(IssuedPassword::person, IssuedPassword::name, IssuedPassword::office)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("xin.a", "甲", "ja-sub-xin"),
                        org.assertj.core.groups.Tuple.tuple("xin.b", "乙", "ja-firm-x"));
        assertThat(imported.issued()).allMatch(one -> accounts.matches(one.person(), one.password()));
        assertThat(directory.region("341502008001").parent()).isEqualTo("341502008");
        assertThat(directory.rolesOf("ja-sub-xin")).containsExactly("leading-group", "subdistrict");
        assertThat(directory.rolesOf("ja-expert")).containsExactly("expert", "legal-reviewer");
        assertThat(directory.office("ja-expert").name()).isEqualTo("金安区评审专家组");
        assertThat(organisation.candidates("designer", "341502"))
                .extracting(Office::id)
                .contains("ja-firm-x");
        assertThat(organisation.officesOf("xin.a")).hasSize(2);
        assertThat(organisation.officesOf("caizheng")).hasSize(2);
    }

    @Test
    void theSameWorkbookASecondTimeChangesNothing() {
        Page[] pages = {
            regions(List.of("341502008", "新街道", "街道", "341502")),
            offices(List.of("ja-sub-xin", "新街道办事处", "机关", "341502008", "subdistrict", "")),
            people(List.of("xin.a", "甲", "ja-sub-xin", "", ""))
        };
        run(pages);
        long entries = entries();
        Imported again = run(pages);
        assertThat(again).isEqualTo(new Imported(0, 0, List.of()));
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void everyFaultIsNamedBySheetRowAndColumn() {
        List<String> faults = refused(
                regions(
                        List.of("341502008", "新街道", "街道", "341502"),
                        List.of("341502008", "新街道", "街道", "341502"),
                        List.of("34", "", "街道", "341502"),
                        List.of("341502010", "某街道", "省", "341502"),
                        List.of("341502011", "某社区", "社区", "341502"),
                        List.of("341504002", "别县的镇", "镇", "341504"),
                        List.of("341600", "某市", "市", ""),
                        List.of("341502001", "中市街道", "社区", "341502"),
                        List.of("341502002", "东市街道", "街道", "341504")),
                offices(
                        List.of("JA 1", "某局", "机关", "341502", "", ""),
                        List.of("ja-2", "", "公司", "341502", "", ""),
                        List.of("ja-3", "某局", "机关", "999999", "皇帝、施工单位", ""),
                        List.of("camunda-admin", "某局", "机关", "341502", "", ""),
                        List.of("ja-4", "某公司", "参建单位", "341502", "施工单位", "341504"),
                        List.of("ja-expert", "专家组", "参建单位", "341504", "", "")),
                people(
                        List.of("Xin!", "甲", "ja-2", "", ""),
                        List.of("xin.b", "", "nirgends", "2024-13-01", ""),
                        List.of("caizheng", "别人", "ja-expert", "", ""),
                        List.of("caizheng2", "钱进", "ja-finance-bureau", "2024-05-01", "2024-04-01"),
                        List.of("yj.caizheng", "叶财", "ja-expert", "", ""),
                        List.of("xin.c", "丙", "ja-expert", "", ""),
                        List.of("xin.c", "丙", "ja-expert", "", "2024-05-01")));
        assertThat(faults)
                .containsExactly(
                        "“行政区划”表第4行【代码】与第3行重复",
                        "“行政区划”表第5行【名称】未填写",
                        "“行政区划”表第5行【代码】街道（镇）须为9位数字：“34”",
                        "“行政区划”表第6行【级别】须为市、区县、街道（镇）或社区（村）：“省”",
                        "“行政区划”表第7行【级别】社区（村）不能直接设在上级代码所指的区划之下",
                        "“行政区划”表第8行【上级代码】没有此区划，或不在您的管理范围内：“341504”",
                        "“行政区划”表第9行【级别】市级区划不能通过导入新增",
                        "“行政区划”表第10行【级别】已登记为街道（镇），不能更改",
                        "“行政区划”表第11行【上级代码】已登记的上级为“341502”，不能更改",
                        "“单位”表第3行【编号】须为2至40位小写字母、数字或连字符，以字母或数字开头：“JA1”",
                        "“单位”表第4行【名称】未填写",
                        "“单位”表第4行【类别】须为机关、参建单位或来访：“公司”",
                        "“单位”表第5行【区划代码】没有此区划，或不在您的管理范围内：“999999”",
                        "“单位”表第6行【编号】“camunda-admin”为系统保留，不能使用",
                        "“单位”表第7行【服务区县】“341504”不是您管理范围内的区县",
                        "“单位”表第8行【类别】已登记为机关、街道、社区，不能更改",
                        "“单位”表第8行【区划代码】已登记在“341502”，不能更改",
                        "“人员”表第3行【登录名】须为2至40位小写字母、数字、点、下划线或连字符：“Xin!”",
                        "“人员”表第4行【姓名】未填写",
                        "“人员”表第4行【单位编号】没有此单位，或不在您的管理范围内：“nirgends”",
                        "“人员”表第4行【起】不是有效的日期（例如2024-01-31）：“2024-13-01”",
                        "“人员”表第5行【登录名】“caizheng”已由另一姓名的人员使用；如系更名，请在人员页面办理",
                        "“人员”表第6行【止】不能早于【起】",
                        "“人员”表第7行没有此区划、单位或人员，或不在您的管理范围内",
                        "“人员”表第9行【单位编号】与第8行重复");
    }

    @Test
    void oneFaultyRowUndoesAll() {
        transactions.rollback(transaction);
        long offices = count("office");
        long people = count("person");
        long entries = entries();
        refused(
                regions(List.of("341502008", "新街道", "街道", "341502")),
                offices(List.of("ja-sub-xin", "新街道办事处", "机关", "341502008", "subdistrict", "")),
                people(List.of("xin.a", "甲", "ja-sub-xin", "", ""), List.of("xin.b", "", "ja-sub-xin", "", "")));
        assertThat(directory.findRegion("341502008")).isEmpty();
        assertThat(count("office")).isEqualTo(offices);
        assertThat(count("person")).isEqualTo(people);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void datesOfAMembershipAreUpdatedAndTheLastAdministratorStays() {
        run(people(List.of("caizheng", "孙丽", "ja-finance-bureau", "", "2024年1月31日")));
        scenario.at(java.time.LocalDate.of(2024, 2, 1));
        assertThat(organisation.officesOf("caizheng")).isEmpty();
        scenario.at(Scenario.FIRST_DAY);
        jdbc.sql("delete from office_role where role = 'system-admin' and office <> 'ja-system-admin'")
                .update();
        assertThat(refused(people(List.of("admin", "系统管理员", "ja-system-admin", "", "2024-03-01"))))
                .singleElement()
                .asString()
                .contains("第3行", "至少须保留一名长期有效的系统管理员");
    }

    @Test
    void whatIsNoWorkbookOrHasNoneOfTheSheetsIsRefused() {
        assertThat(refused("name,office".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("文件不是.xlsx格式（Excel 2007及以上），请另存为.xlsx后再上传");
        assertThat(refused(new Page("别的", "", List.of("代码", "名称"), List.of())))
                .containsExactly("没有找到名为“行政区划”“单位”或“人员”的工作表");
        assertThat(refused(new Page("人员", "", List.of("登录名", "姓名"), List.of()))).containsExactly("“人员”表第2行【单位编号】缺少此列");
    }

    @Test
    void theTemplateIsReadableAndBringsNothing() {
        assertThat(run(OrganisationSheets.template())).isEqualTo(new Imported(0, 0, List.of()));
    }

    @Test
    void fiveHundredPeopleGetPasswordsThatAreHashedQuickly() {
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> rows.add(List.of("viele." + i, "人员" + i, "ja-expert", "", "")));
        Imported imported = run(new Page("人员", "", PERSON, rows));
        assertThat(imported.issued()).hasSize(500);
        assertThat(jdbc.sql("select count(*) from account where person like 'viele.%' and password_hash like '{once}%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(500);
    }

    private Imported run(Page... pages) {
        return run(SheetWriter.write(List.of(pages)));
    }

    private Imported run(byte[] content) {
        return imports.run(OtherCounty.ADMIN, new ByteArrayInputStream(content));
    }

    private List<String> refused(Page... pages) {
        return refused(SheetWriter.write(List.of(pages)));
    }

    private List<String> refused(byte[] content) {
        return catchThrowableOfType(RuleViolation.class, () -> run(content)).faults().stream()
                .map(Fault::message)
                .toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static Page regions(List<String>... rows) {
        return new Page("行政区划", "行政区划名单", REGION, List.of(rows));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static Page offices(List<String>... rows) {
        return new Page("单位", "单位名单", OFFICE, List.of(rows));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static Page people(List<String>... rows) {
        return new Page("⼈员", "人员名单", PERSON, List.of(rows));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private long entries() {
        return count("audit_entry");
    }
}
