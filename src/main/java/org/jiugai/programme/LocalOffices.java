package org.jiugai.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiugai.kernel.NameKey;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationManagement;
import org.jiugai.organisation.Region;
import org.springframework.stereotype.Component;

/** Streets and offices of a county, as sheets and applications name them. */
@Component
class LocalOffices {
    private final OrganisationManagement organisation;

    LocalOffices(OrganisationManagement organisation) {
        this.organisation = organisation;
    }

    /** Region code by name. */
    Map<String, String> streets(String county) {
        Map<String, String> streets = new LinkedHashMap<>();
        for (Region region : organisation.children(county)) {
            if (region.kind() == Region.Kind.STREET) streets.put(region.name(), region.code());
        }
        return streets;
    }

    /** The residents' committees of a street. */
    List<Committees.Committee> committees(String street) {
        return organisation.children(street).stream()
                .filter(region -> region.kind() == Region.Kind.COMMUNITY)
                .flatMap(region -> organisation.holders("community", region.code()).stream()
                        .map(office -> new Committees.Committee(region.name(), office.name(), office.id())))
                .toList();
    }

    /** The office of this name that acts in the county. */
    Optional<Office> named(String county, String name) {
        String key = NameKey.of(name);
        return key.isEmpty()
                ? Optional.empty()
                : organisation.officesServing(county).stream()
                        .filter(office -> NameKey.of(office.name()).equals(key))
                        .findFirst();
    }

    /**
     * The parties known when a case opens: the implementing body that the programme names, else the county's employer; the designer where
     * only one is registered. The others are named on the page of the case.
     */
    Map<String, String> parties(String county, String implementer) {
        Map<String, String> parties = new LinkedHashMap<>();
        named(county, implementer)
                .or(() -> organisation.holder("employer", county))
                .ifPresent(office -> parties.put("employer", office.id()));
        List<Office> designers = organisation.candidates("designer", county);
        if (designers.size() == 1) parties.put("designer", designers.get(0).id());
        return parties;
    }
}
