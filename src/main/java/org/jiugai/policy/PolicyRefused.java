package org.jiugai.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.jiugai.kernel.RuleViolation;

/** Policy documents that cannot be loaded: the application does not start. The message has a line for each fault. */
public class PolicyRefused extends RuleViolation {
    private static final long serialVersionUID = 1L;
    private final String lines;

    PolicyRefused(List<Fault> faults) {
        super("policy.documentRefused", faults);
        this.lines = faults.stream()
                .map(Fault::message)
                .collect(Collectors.joining("\n  - ", "政策文件有 " + faults.size() + " 处错误：\n  - ", ""));
    }

    @Override
    public String getMessage() {
        return lines;
    }
}
