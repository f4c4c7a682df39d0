package org.jiugai.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jiugai.archive.AuditPackages;
import org.jiugai.archive.ExportedPackage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the package when it is whole; its length is said first, so that a browser notices when the rest does not come. */
@Controller
class AuditPackageDownload {
    private final AuditPackages packages;

    AuditPackageDownload(AuditPackages packages) {
        this.packages = packages;
    }

    @GetMapping("/cases/{caseNo}/audit-package")
    void download(@PathVariable String caseNo, Principal person, HttpServletResponse response) throws IOException {
        try (ExportedPackage exported = packages.export(caseNo, person.getName())) {
            ContentDisposition disposition = ContentDisposition.attachment()
                    .filename(exported.name(), StandardCharsets.UTF_8)
                    .build();
            response.setContentType("application/zip");
            response.setContentLengthLong(exported.size());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    CacheControl.noStore().cachePrivate().getHeaderValue());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            exported.sendTo(response.getOutputStream());
        }
    }
}
