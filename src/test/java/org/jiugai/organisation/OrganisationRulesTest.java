package org.jiugai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationRulesTest {
    private static final Set<String> PARTY_ROLES = Set.of("contractor", "designer");
    private final Faults faults = new Faults();

    @ParameterizedTest
    @ValueSource(strings = {"camunda-admin", "history-readers", "system"})
    void anOfficeCannotTakeTheIdOfAGroupThatMeansSomethingElseToTheEngine(String id) {
        OrganisationRules.officeId(id, faults);
        assertThat(messages()).singleElement().asString().contains("【编号】", "系统保留");
    }

    @Test
    void nobodySignsInUnderTheNameOfTheSystem() {
        OrganisationRules.personId("system", faults);
        assertThat(messages()).singleElement().asString().contains("【登录名】", "系统保留");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Ja-Office", "ja office", "ja_office", "-ja", "*", "../etc", "单位", "ja-${1}"})
    void anOfficeIdIsPlain(String id) {
        OrganisationRules.officeId(id, faults);
        assertThat(messages()).singleElement().asString().contains("【编号】须为2至40位");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "Wang", "wang wei", "wang@x", "<b>", "${1}", "王伟"})
    void aSignInNameIsPlain(String id) {
        OrganisationRules.personId(id, faults);
        assertThat(messages()).singleElement().asString().contains("【登录名】须为2至40位");
    }

    @Test
    void fullWidthCharactersAndBlanksMakeNoDifferenceToAnId() {
        assertThat(OrganisationRules.id(" ｊａ－ｏｆｆｉｃｅ１ ")).isEqualTo("ja-office1");
    }

    @Test
    void aNameIsVisibleAndNotTooLong() {
        OrganisationRules.text("\u202e反向", "name", "名称", faults);
        OrganisationRules.text("长".repeat(61), "name", "名称", faults);
        OrganisationRules.text("  ", "name", "名称", faults);
        assertThat(messages()).containsExactly("【名称】含有不可见字符，请重新输入", "【名称】不能超过60字", "【名称】未填写");
    }

    @Test
    void rolesAreMeantByNameOrId() {
        assertThat(roles(Office.Kind.AUTHORITY, "财政局", "audit-bureau", "⽼旧小区改造领导小组"))
                .containsExactly("finance-bureau", "audit-bureau", "leading-group");
        assertThat(messages()).isEmpty();
    }

    @Test
    void rolesFitTheKindOfTheOffice() {
        roles(Office.Kind.AUTHORITY, "施工单位");
        roles(Office.Kind.PARTY, "财政局");
        roles(Office.Kind.GUEST, "审计局");
        roles(Office.Kind.AUTHORITY, "皇帝");
        assertThat(messages())
                .containsExactly(
                        "【职责】“施工单位”只能由参建单位承担", "【职责】“财政局”不是参建单位的职责", "【职责】来访单位不承担职责，不能选“审计局”", "【职责】没有“皇帝”这一职责");
    }

    @Test
    void administratorsAreOfACountyOrTheCity() {
        OrganisationRules.roles(
                List.of("system-admin"), Office.Kind.AUTHORITY, Region.Kind.STREET, PARTY_ROLES::contains, faults);
        assertThat(messages()).containsExactly("【职责】系统管理员只能设在市级或区县级单位");
    }

    private Set<String> roles(Office.Kind kind, String... typed) {
        return OrganisationRules.roles(List.of(typed), kind, Region.Kind.COUNTY, PARTY_ROLES::contains, faults);
    }

    private List<String> messages() {
        return faults.all().stream().map(Fault::message).toList();
    }
}
