package org.jiugai.demonstration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jiugai.organisation.Office;
import org.jiugai.organisation.OrganisationSetup;
import org.jiugai.organisation.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** 金安区 with its streets, offices and people, and the city above it. */
@Component
@Profile("!production")
public class DemonstrationCounty {
    /** Everybody's password in the demonstration. */
    public static final String PASSWORD = "demo2024";

    private final OrganisationSetup setup;

    DemonstrationCounty(OrganisationSetup setup) {
        this.setup = setup;
    }

    /** Writes what is missing; what is there stays. */
    public Setup load() {
        Setup county = read();
        county.regions().forEach(setup::region);
        for (OfficeEntry office : county.offices()) {
            setup.office(
                    new Office(office.id(), office.name(), office.region(), office.kind()),
                    office.roles(),
                    office.counties());
            if (office.phone() != null) setup.phone(office.id(), office.phone());
            office.people().forEach(p -> setup.person(p.id(), p.name(), PASSWORD, Set.of(office.id())));
        }
        return county;
    }

    private static Setup read() {
        try (InputStream file = new ClassPathResource("demonstration/organisation.yaml").getInputStream()) {
            return new ObjectMapper(new YAMLFactory()).readValue(file, Setup.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The county as its document lists it. */
    public record Setup(List<Region> regions, List<OfficeEntry> offices) {}

    /** An office with its roles, the counties it serves and its people. */
    public record OfficeEntry(
            String id,
            String name,
            String region,
            Office.Kind kind,
            @Nullable String phone,
            Set<String> roles,
            Set<String> counties,
            List<PersonEntry> people) {
        public OfficeEntry {
            if (kind == null) kind = Office.Kind.AUTHORITY;
        }
    }

    public record PersonEntry(String id, String name) {}
}
