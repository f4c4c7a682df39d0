package org.jiugai.chronicle.web;

import java.security.Principal;
import java.util.List;
import org.jiugai.chronicle.CaseSearch;
import org.jiugai.chronicle.SearchRequest;
import org.jiugai.organisation.OrganisationManagement;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search over running and finished cases. For whoever reads no history it does not exist. */
@RestController
@RequestMapping("/api/chronicle/cases")
class SearchApi {
    private final CaseSearch search;
    private final OrganisationManagement organisation;

    SearchApi(CaseSearch search, OrganisationManagement organisation) {
        this.search = search;
        this.organisation = organisation;
    }

    @GetMapping
    ResponseEntity<CaseSearch.Found> find(SearchRequest asked, Principal person) {
        if (!search.isOpenTo(person.getName())) return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        return ResponseEntity.ok(search.find(asked, person.getName()));
    }

    /** The counties among which the reader may choose. */
    @GetMapping("/counties")
    List<County> counties(Principal person) {
        return search.counties(person.getName()).stream()
                .map(code -> new County(code, organisation.region(code).name()))
                .toList();
    }

    record County(String code, String name) {}
}
