package org.jiugai.publicsite.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jiugai.kernel.Quota;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How often one address may ask for residents' pages in a minute; the residents of a whole house may share one. */
@Component
class VisitorLimit implements HandlerInterceptor, WebMvcConfigurer {
    private final Quota requests;

    VisitorLimit(Clock clock, @Value("${jiugai.public-site.requests-per-minute:300}") int most) {
        this.requests = new Quota(most, Duration.ofMinutes(1), clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/gongkai/**", "/zhuhu/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws java.io.IOException {
        if (requests.take(request.getRemoteAddr())) return true;
        response.setStatus(429);
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
        response.getWriter().write("访问过于频繁，请一分钟后再试。");
        return false;
    }
}
