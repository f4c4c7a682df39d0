package org.jiugai.documents.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jiugai.documents.DocumentManagement;
import org.jiugai.documents.StoredDocument;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out a document to those who may see a case that it serves. To others it does not exist. The browser is told to save it and to
 * run nothing of it.
 */
@RestController
class DocumentDownload {
    private final DocumentManagement documents;

    DocumentDownload(DocumentManagement documents) {
        this.documents = documents;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<Resource> download(@PathVariable("id") String id, Principal person) {
        return number(id)
                .flatMap(documents::find)
                .filter(document -> documents.mayRead(person.getName(), document.id()))
                .map(this::attachment)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<UUID> number(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private ResponseEntity<Resource> attachment(StoredDocument document) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(document.originalName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new InputStreamResource(documents.open(document.id())));
    }
}
