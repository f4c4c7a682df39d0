package org.jiugai.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiugai.kernel.Faults;
import org.jiugai.organisation.ReachedPeople.Reached;
import org.springframework.stereotype.Component;

/** Who may stand in for whom. */
@Component
class StandInRules {
    private final StandInRows rows;
    private final Memberships memberships;
    private final Directory directory;
    private final OfficeRows offices;

    StandInRules(StandInRows rows, Memberships memberships, Directory directory, OfficeRows offices) {
        this.rows = rows;
        this.memberships = memberships;
        this.directory = directory;
        this.offices = offices;
    }

    LocalDate today() {
        return memberships.today();
    }

    /** Notes every fault; the two people are in the administrator's reach. */
    void check(Reached absent, Reached standIn, Period period, Faults faults) {
        faults.require(period.from() != null, "from", "【起】未填写");
        faults.require(period.until() != null, "until", "【止】未填写：代理必须有截止日期");
        faults.require(period.isOpen(today()), "until", "【止】不能早于今天");
        if (absent.id().equals(standIn.id())) {
            faults.add("standIn", "【代理人】不能代理自己");
            return;
        }
        faults.require(!standIn.blocked(), "standIn", "【代理人】“" + standIn.name() + "”的账号已停用");
        checkOverlaps(absent, standIn, period, faults);
        checkOffices(absent, standIn, faults);
    }

    private void checkOverlaps(Reached absent, Reached standIn, Period period, Faults faults) {
        for (StandIn other : rows.of(absent.id())) {
            if (!other.period().overlaps(period)) continue;
            if (other.absent().equals(absent.id())) {
                faults.add(
                        "absent", "【被代理人】" + other.period().shown() + "已由" + other.standInName() + "代理，同一时间只能有一名代理人");
            } else if (other.absent().equals(standIn.id())) {
                faults.add("standIn", "【代理人】两人不能在同一时间互相代理（" + other.period().shown() + "）");
            }
        }
    }

    /** Within a county, or within the city's own offices; a firm's or guest's person only by a colleague. */
    private void checkOffices(Reached absent, Reached standIn, Faults faults) {
        List<Office> own = officesOf(standIn);
        Set<String> ownIds = own.stream().map(Office::id).collect(Collectors.toSet());
        Set<String> ownPlaces = own.stream()
                .filter(o -> o.kind() == Office.Kind.AUTHORITY)
                .map(this::place)
                .collect(Collectors.toSet());
        for (Office office : officesOf(absent)) {
            if (office.kind() == Office.Kind.AUTHORITY) {
                faults.require(
                        ownPlaces.contains(place(office)),
                        "standIn",
                        "【代理人】与“" + office.name() + "”不在同一区县（市级单位须同为市级），不能代理");
            } else {
                faults.require(
                        ownIds.contains(office.id()),
                        "standIn",
                        "【代理人】不是“" + office.name() + "”的人员，参建单位和来访单位只能由本单位人员代理");
            }
        }
    }

    private List<Office> officesOf(Reached person) {
        return memberships.openOf(person.id()).stream()
                .map(m -> directory.office(m.office()))
                .toList();
    }

    private String place(Office office) {
        return offices.countyOf(office.region()).orElse(office.region());
    }
}
