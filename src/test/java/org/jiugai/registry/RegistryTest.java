package org.jiugai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jiugai.ProcessTest;
import org.jiugai.Scenario;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Owners are counted once, codes open one household (S3-23, book 2.1, 建筑物区分所有权解释8、9). */
@ProcessTest
class RegistryTest {
    private static final Actor OFFICE = new Actor("yunlu", "邹兰", "ja-com-yunlu", "云路社区居民委员会");

    @Autowired
    private Scenario scenario;

    @Autowired
    private RegistryManagement registry;

    @Autowired
    private HouseholdCodes codes;

    private long community() {
        return scenario.openCase("JINAN-2024").communities().get(0).registeredId();
    }

    private static NewUnit unit(int no, String area, NewUnit.Owner... owners) {
        return new NewUnit(
                no / 100 + 1 + "号楼",
                1,
                String.valueOf(101 + no),
                Area.ofSquareMetres(area),
                AreaBasis.REGISTRY,
                Tenure.COMMODITY,
                List.of(owners));
    }

    private static NewUnit.Owner person(String name, @Nullable String identity, @Nullable String phone) {
        return new NewUnit.Owner(OwnerKind.PERSON, name, identity, phone, false);
    }

    private static NewUnit.Owner body(OwnerKind kind, String name) {
        return new NewUnit.Owner(kind, name, null, null, false);
    }

    private List<Voter> electorate(NewUnit... units) {
        long community = community();
        registry.add(community, List.of(units), OFFICE);
        return registry.electorate(community);
    }

    @Test
    void anOwnerOfThreeFlatsIsOnePersonWithTheAreaOfAllThree() {
        NewUnit.Owner owner = person("王明", "34240119700101123X", null);
        List<Voter> voters = electorate(
                unit(1, "80.00", owner),
                unit(2, "81.55", owner),
                unit(3, "60.00", person("王明", "34240119700101123x", null)));
        assertThat(voters).singleElement().satisfies(voter -> {
            assertThat(voter.area()).isEqualTo(Area.ofSquareMetres("221.55"));
            assertThat(voter.units()).hasSize(3);
        });
    }

    @Test
    void theUnsoldFlatsOfTheDeveloperAreOnePersonAndSoIsThePublicHousingUnit() {
        NewUnit.Owner developer = body(OwnerKind.DEVELOPER, "皋城置业");
        NewUnit[] units = new NewUnit[23];
        for (int i = 0; i < 20; i++) units[i] = unit(i, "90.00", developer);
        units[20] = unit(20, "50.00", body(OwnerKind.PUBLIC_HOUSING, "公房中心"));
        units[21] = unit(21, "50.00", body(OwnerKind.PUBLIC_HOUSING, "公房中心"));
        units[22] = unit(22, "70.00", person("李丽", null, "13900000001"));
        assertThat(electorate(units)).extracting(voter -> voter.units().size()).containsExactly(20, 2, 1);
    }

    @Test
    void coOwnersAreOnePersonWhoAreNotTheOneWhoOwnsAlone() {
        NewUnit.Owner husband = person("赵强", "A100001", null);
        NewUnit.Owner wife = new NewUnit.Owner(OwnerKind.PERSON, "钱丽", "A100002", null, true);
        List<Voter> voters =
                electorate(unit(1, "80.00", husband, wife), unit(2, "40.00", husband), unit(3, "30.00", wife, husband));
        assertThat(voters).hasSize(2);
        assertThat(voters.get(0).representative()).isEqualTo("钱丽");
        assertThat(voters.get(0).area()).isEqualTo(Area.ofSquareMetres("110.00"));
        assertThat(voters.get(1).representative()).isEqualTo("赵强");
    }

    @Test
    void withoutANumberTheSameNameAndPhoneIsTheSamePersonAndTheNameAloneIsNot() {
        assertThat(electorate(
                        unit(1, "10.00", person("孙敏", null, "13900000002")),
                        unit(2, "10.00", person("孙敏", null, "13900000002")),
                        unit(3, "10.00", person("孙敏", null, "13900000003")),
                        unit(4, "10.00", person("孙敏", null, null)),
                        unit(5, "10.00", person("孙敏", null, null))))
                .hasSize(4);
    }

    /** Whoever owns what: each unit is one voter's, and nothing of the area is lost. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyUnitIsExactlyOneVotersAndTheAreasAddUp(long seed) {
        Random random = new Random(seed);
        List<NewUnit> units = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Set<Integer> people = new HashSet<>();
            for (int k = random.nextInt(3); k >= 0; k--) people.add(random.nextInt(15));
            units.add(unit(
                    i,
                    (20 + random.nextInt(100)) + ".0" + random.nextInt(10),
                    people.stream().map(p -> person("人" + p, "ID00" + p, null)).toArray(NewUnit.Owner[]::new)));
        }
        List<Voter> voters = electorate(units.toArray(NewUnit[]::new));
        assertThat(voters.stream().mapToLong(Voter::areaHundredths).sum())
                .isEqualTo(units.stream().mapToLong(u -> u.area().hundredths()).sum());
        assertThat(voters.stream().flatMap(v -> v.units().stream())).hasSize(60).doesNotHaveDuplicates();
        long sets = units.stream()
                .map(u -> u.owners().stream().map(NewUnit.Owner::name).collect(java.util.stream.Collectors.toSet()))
                .distinct()
                .count();
        assertThat(voters).hasSize((int) sets);
    }

    @Test
    void aUnitIsThereOnceAndItsAreaIsPossible() {
        long community = community();
        registry.add(community, List.of(unit(1, "80.00", person("周杰", null, null))), OFFICE);
        assertThatThrownBy(() -> registry.add(community, List.of(unit(1, "80.00", person("吴勇", null, null))), OFFICE))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> registry.add(community, List.of(unit(2, "1000.01", person("吴勇", null, null))), OFFICE))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void identityNumbersAreNotInTheDatabase() {
        electorate(unit(1, "80.00", person("郑华", "340000198001010011", null)));
        assertThat(scenario.jdbc
                        .sql("select to_jsonb(o)::text from property_owner o where name = '郑华'")
                        .query(String.class)
                        .list())
                .allSatisfy(row ->
                        assertThat(row).doesNotContain("340000198001010011").contains("0011"));
    }

    @Test
    void aCodeOpensItsHouseholdHoweverItIsTypedUntilItIsReplaced() {
        long community = community();
        registry.add(community, List.of(unit(1, "80.00", person("冯涛", null, null))), OFFICE);
        long unit = registry.units(community).get(0).id();
        String code = codes.issue(unit, "首次发放", OFFICE);
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]");
        assertThat(codes.open(code)).hasValueSatisfying(door -> {
            assertThat(door.unitId()).isEqualTo(unit);
            assertThat(door.communityId()).isEqualTo(community);
        });
        assertThat(codes.open(" "
                        + code.toLowerCase(java.util.Locale.ROOT)
                                .replace("-", " ")
                                .replace('0', 'o')
                                .replace('1', 'l')))
                .isPresent();
        assertThat(codes.open(code.substring(1))).isEmpty();
        assertThat(codes.open("")).isEmpty();
        assertThat(scenario.jdbc
                        .sql("select code_hash from household_code where unit_id = ?")
                        .param(unit)
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(code.replace("-", ""));
        String next = codes.issue(unit, "遗失补发", OFFICE);
        assertThat(codes.open(code)).isEmpty();
        assertThat(codes.open(next)).isPresent();
        codes.revoke(unit, "搬离", OFFICE);
        assertThat(codes.open(next)).isEmpty();
    }
}
