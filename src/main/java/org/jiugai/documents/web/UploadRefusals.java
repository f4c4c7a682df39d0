package org.jiugai.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Uploads that the container does not read to the end, refused in the words of a form. A page gets the error page instead.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadRefusals {
    /** The container gives all its limits this name. */
    @ExceptionHandler
    @Nullable
    ProblemDetail tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return refuse(request, response, "documents.requestTooLarge", "上传的内容超过限制：文件过大、一次上传的文件过多，或文件名过长");
    }

    @ExceptionHandler
    @Nullable
    ProblemDetail unreadable(MultipartException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return refuse(request, response, "documents.requestUnreadable", "上传的内容无法读取，可能传输中断；请重新上传");
    }

    private static @Nullable ProblemDetail refuse(
            HttpServletRequest request, HttpServletResponse response, String code, String message) throws IOException {
        HttpStatus status = HttpStatus.PAYLOAD_TOO_LARGE;
        if (!request.getServletPath().startsWith("/api/")) {
            response.sendError(status.value());
            return null;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message);
        problem.setTitle("未能上传");
        problem.setProperty("code", code);
        problem.setProperty("message", message);
        return problem;
    }
}
