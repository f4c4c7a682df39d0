package org.jiugai.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.jiugai.casefile.CaseCommunity;
import org.jiugai.casefile.CaseManagement;
import org.jiugai.kernel.Actor;
import org.jiugai.kernel.Area;
import org.jiugai.programme.ProgrammeManagement;
import org.jiugai.programme.ProgrammeProject;
import org.jiugai.registry.AreaBasis;
import org.jiugai.registry.NewUnit;
import org.jiugai.registry.NewUnit.Owner;
import org.jiugai.registry.OwnerKind;
import org.jiugai.registry.RegistryManagement;
import org.jiugai.registry.Tenure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Made-up units and owners of the demonstration's communities; households, buildings and areas add up to those of the programme. */
@Component
@Profile("!production")
public class DemonstrationBaseline {
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    private static final String NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰英华玉红建文辉力";
    private static final int PER_ENTRANCE = 12;
    private static final int DOORS_ON_A_FLOOR = 2;
    private final ProgrammeManagement programme;
    private final CaseManagement cases;
    private final RegistryManagement registry;

    DemonstrationBaseline(ProgrammeManagement programme, CaseManagement cases, RegistryManagement registry) {
        this.programme = programme;
        this.cases = cases;
        this.registry = registry;
    }

    /** Fills every community of the county's programme that has no baseline yet. */
    public void load(String county, int year) {
        for (ProgrammeProject project : programme.projects(county, year)) {
            for (CaseCommunity community : cases.communities(project.caseId())) {
                if (registry.units(community.registeredId()).isEmpty())
                    registry.add(community.registeredId(), units(community), Actor.SYSTEM);
            }
        }
    }

    private static List<NewUnit> units(CaseCommunity community) {
        List<NewUnit> units = new ArrayList<>();
        int households = community.households();
        for (int i = 0; i < households; i++) {
            int building = (int) ((long) i * community.buildings() / households);
            int first = firstOf(building, households, community.buildings());
            units.add(unit(community, i, building, i - first));
        }
        return units;
    }

    private static int firstOf(int building, int households, int buildings) {
        return (int) (((long) building * households + buildings - 1) / buildings);
    }

    private static NewUnit unit(CaseCommunity community, int number, int building, int place) {
        int floor = place % PER_ENTRANCE / DOORS_ON_A_FLOOR + 1;
        String door = floor + "0" + (place % DOORS_ON_A_FLOOR + 1);
        return new NewUnit(
                building + 1 + "号楼",
                place / PER_ENTRANCE + 1,
                door,
                area(community, number),
                number % 29 == 7 ? AreaBasis.SURVEYED : AreaBasis.REGISTRY,
                number % 17 == 5 ? Tenure.REFORMED : Tenure.COMMODITY,
                owners(community, number));
    }

    /** The whole area, split so that the parts add up to it. */
    private static Area area(CaseCommunity community, int number) {
        long whole = community.areaHundredths();
        long households = community.households();
        return new Area(whole * (number + 1) / households - whole * number / households);
    }

    /** Some own two flats, some own one together; the last two are unsold, the third last is public housing. */
    private static List<Owner> owners(CaseCommunity community, int number) {
        int fromTheEnd = community.households() - number;
        if (fromTheEnd <= 2) return List.of(new Owner(OwnerKind.DEVELOPER, "六安皋城置业有限公司", null, null, true));
        if (fromTheEnd == 3) return List.of(new Owner(OwnerKind.PUBLIC_HOUSING, "金安区公有住房管理中心", null, null, true));
        int person = number % 31 == 30 ? number - 1 : number;
        Owner owner = person(community, person);
        return number % 13 == 12 ? List.of(owner, person(community, number + community.households())) : List.of(owner);
    }

    private static Owner person(CaseCommunity community, int number) {
        int seed = Math.floorMod(number * 7919 + community.name().hashCode(), 1_000_003);
        String name = "" + SURNAMES.charAt(seed % SURNAMES.length())
                + NAMES.charAt(seed / 7 % NAMES.length())
                + (seed % 3 == 0 ? "" : NAMES.charAt(seed / 211 % NAMES.length()));
        return new Owner(
                OwnerKind.PERSON,
                name,
                "DEMO" + community.registeredId() + "X" + number,
                null,
                number < community.households());
    }
}
