package org.jiugai.chronicle.web;

import java.security.Principal;
import org.jiugai.chronicle.DefinitionStatistics;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A version of a process: how its instances went. */
@RestController
@RequestMapping("/api/chronicle/models/{definitionId}")
class ModelApi {
    private final DefinitionStatistics statistics;

    ModelApi(DefinitionStatistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping("/statistics")
    ResponseEntity<DefinitionStatistics.Statistics> statistics(@PathVariable String definitionId, Principal person) {
        return ResponseEntity.of(statistics.of(definitionId, person.getName()));
    }
}
