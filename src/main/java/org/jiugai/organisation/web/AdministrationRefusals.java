package org.jiugai.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jiugai.organisation.NotAdministrator;
import org.jiugai.organisation.OutOfReach;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whoever is no administrator learns that he may not; what another one manages is as if it were not there. */
@ControllerAdvice(basePackageClasses = AdministrationRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdministrationRefusals {
    @ExceptionHandler(NotAdministrator.class)
    void notAdministrator(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    @ExceptionHandler(OutOfReach.class)
    void outOfReach(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
