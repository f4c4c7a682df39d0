package org.jiugai.organisation;

import java.util.Set;
import org.jiugai.kernel.Unrecorded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds regions, offices and people that are missing, for whoever brings a whole organisation along; what is there stays. */
@Service
@Transactional
@Unrecorded("the demonstration's invented county, loaded at each start")
public class OrganisationSetup {
    private final Directory directory;
    private final OfficeRows rows;
    private final Accounts accounts;

    OrganisationSetup(Directory directory, OfficeRows rows, Accounts accounts) {
        this.directory = directory;
        this.rows = rows;
        this.accounts = accounts;
    }

    public void region(Region region) {
        directory.addRegion(region);
    }

    /**
     * @param roles role ids of book 5.1
     * @param counties where it acts; a firm: where it may be named
     */
    public void office(Office office, Set<String> roles, Set<String> counties) {
        directory.addOffice(office, roles, counties);
    }

    /** The number under which it answers the public, unless it has one. */
    public void phone(String office, String phone) {
        if (directory.phone(office).isEmpty()) rows.setPhone(office, phone);
    }

    /** A person with a password of his own; an existing person keeps his. */
    public void person(String id, String name, String password, Set<String> offices) {
        directory.addPerson(id, name, offices);
        if (!accounts.exists(id)) accounts.set(id, password);
    }
}
