package org.jiugai.chronicle.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jiugai.chronicle.DefinitionPictures;
import org.jiugai.chronicle.DefinitionStatistics;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A version of a process: its picture, and how its instances went. */
@RestController
@RequestMapping("/api/chronicle/models/{definitionId}")
class ModelApi {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private final DefinitionStatistics statistics;
    private final DefinitionPictures pictures;

    ModelApi(DefinitionStatistics statistics, DefinitionPictures pictures) {
        this.statistics = statistics;
        this.pictures = pictures;
    }

    @GetMapping("/picture")
    ResponseEntity<String> picture(@PathVariable String definitionId) {
        return pictures.of(definitionId)
                .map(svg -> ResponseEntity.ok().contentType(SVG).body(svg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/statistics")
    ResponseEntity<DefinitionStatistics.Statistics> statistics(@PathVariable String definitionId, Principal person) {
        return ResponseEntity.of(statistics.of(definitionId, person.getName()));
    }
}
