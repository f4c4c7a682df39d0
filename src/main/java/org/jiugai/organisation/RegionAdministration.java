package org.jiugai.organisation;

import java.util.Optional;
import org.jiugai.kernel.Faults;
import org.jiugai.kernel.RuleViolation;
import org.jiugai.kernel.Unrecorded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator changes about the tree of regions: below and within what he manages, never above. Regions are not deleted: cases name them. */
@Service
@Transactional
@Unrecorded("each change is recorded by AdministrativeActs, with what it was before")
public class RegionAdministration {
    private final AdministrativeActs acts;
    private final Directory directory;
    private final OfficeRows rows;

    RegionAdministration(AdministrativeActs acts, Directory directory, OfficeRows rows) {
        this.acts = acts;
        this.directory = directory;
        this.rows = rows;
    }

    /**
     * A county below a city, a street below a county, a community below a street.
     *
     * @param code its national code: 6 digits for a county, 9 for a street, 12 for a community
     * @param parent code of the region above it
     * @throws RuleViolation with all faults, by field {@code code}, {@code name}, {@code parent}
     */
    public void add(String administrator, String code, String name, String parent) {
        Scope scope = acts.begin(administrator);
        String id = OrganisationRules.id(code);
        Faults faults = new Faults();
        String called = OrganisationRules.text(name, "name", "名称", faults);
        Optional<Region> above = find(scope, parent);
        faults.require(above.isPresent(), "parent", "【上级代码】没有此区划，或不在您的管理范围内：“" + parent.strip() + "”");
        Optional<Region.Kind> kind = above.flatMap(region -> region.kind().below());
        faults.require(above.isEmpty() || kind.isPresent(), "parent", "【上级代码】社区之下不再设区划");
        kind.ifPresent(k -> OrganisationRules.regionCode(id, k, faults));
        faults.require(directory.findRegion(id).isEmpty(), "code", "【代码】“" + id + "”已有区划使用");
        faults.refuse("organisation.regionFaulty");
        Region parentRegion = above.orElseThrow();
        Region added = new Region(id, called, kind.orElseThrow(), parentRegion.code());
        rows.addRegion(added);
        acts.record(
                scope,
                parentRegion.code(),
                OrganisationChange.REGION_ADDED,
                "region:" + id,
                added.kind().label() + "“" + called + "”，上级：" + parentRegion.name());
    }

    public void rename(String administrator, String code, String name) {
        Scope scope = acts.begin(administrator);
        Region region = find(scope, code).orElseThrow(() -> new OutOfReach("code"));
        Faults faults = new Faults();
        String called = OrganisationRules.text(name, "name", "名称", faults);
        faults.refuse("organisation.regionFaulty");
        if (called.equals(region.name())) return;
        rows.renameRegion(region.code(), called);
        acts.record(
                scope,
                region.code(),
                OrganisationChange.REGION_RENAMED,
                "region:" + region.code(),
                "名称：" + region.name() + " → " + called);
    }

    private Optional<Region> find(Scope scope, String code) {
        return directory.findRegion(OrganisationRules.id(code)).filter(region -> scope.covers(region.code()));
    }
}
