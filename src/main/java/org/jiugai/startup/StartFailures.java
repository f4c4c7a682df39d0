package org.jiugai.startup;

import java.util.function.Function;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jiugai.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Failures of the start that a person can mend, each said in one line. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailures implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = line(cause);
            if (line != null) return new FailureAnalysis(line, null, cause);
        }
        return null;
    }

    private static @Nullable String line(Throwable cause) {
        if (cause instanceof StartRefused refused) return refused.getMessage();
        if (cause instanceof PortInUseException port) {
            return "端口 " + port.getPort() + " 已被占用：请停止占用它的程序，或用 --server.port=… 换一个端口。";
        }
        if (cause instanceof FlywayValidateException validation) {
            return "数据库比本程序新，或迁移脚本与已执行的不一致：请换用与数据库相符的程序版本。详情：" + firstLine(validation);
        }
        if (cause instanceof RuleViolation refusal) return "启动时的数据未通过校验：" + refusal.getMessage();
        return null;
    }

    private static String firstLine(Throwable t) {
        Function<String, String> first =
                text -> text.lines().limit(3).reduce((a, b) -> a + " " + b).orElse("");
        return first.apply(String.valueOf(t.getMessage()));
    }

    /** One line instead of the usual block. */
    static class OneLine implements FailureAnalysisReporter {
        @Override
        public void report(FailureAnalysis analysis) {
            org.slf4j.LoggerFactory.getLogger("org.jiugai.startup").error("启动失败：{}", analysis.getDescription());
        }
    }
}
