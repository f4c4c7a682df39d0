package org.jiugai.chronicle.web;

import java.security.Principal;
import org.jiugai.chronicle.CaseSearch;
import org.jiugai.chronicle.ChronicleManagement;
import org.jiugai.chronicle.SearchRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search over running and finished cases. For whoever reads no history it does not exist. */
@RestController
@RequestMapping("/api/chronicle")
class SearchApi {
    private final CaseSearch search;
    private final ChronicleManagement chronicle;

    SearchApi(CaseSearch search, ChronicleManagement chronicle) {
        this.search = search;
        this.chronicle = chronicle;
    }

    @GetMapping("/cases")
    ResponseEntity<CaseSearch.Found> find(SearchRequest asked, Principal person) {
        return ResponseEntity.of(search.find(asked, person.getName()));
    }

    /** Among what the reader may choose. */
    @GetMapping("/choices")
    ResponseEntity<CaseSearch.Choices> choices(Principal person) {
        return ResponseEntity.of(search.choices(person.getName()));
    }

    /** The case of a process instance. */
    @GetMapping("/instances/{instanceId}")
    ResponseEntity<Found> caseOf(@PathVariable String instanceId, Principal person) {
        return ResponseEntity.of(chronicle.caseOf(instanceId, person.getName()).map(Found::new));
    }

    record Found(String caseNo) {}
}
