package org.jiugai.engine;

import org.camunda.bpm.engine.AuthorizationException;

/** A person asked the engine for what is not his: answered with 403 and a Chinese reason that does not tell whether the thing exists. */
final class NotPermitted extends AuthorizationException {
    private static final long serialVersionUID = 1L;
    static final String DEFAULT_CODE = "engine.notPermitted";
    static final String DEFAULT_REASON = "您没有权限查看或办理此项内容";
    private final String reason;

    private NotPermitted(String code, String message) {
        super(message);
        this.reason = code;
    }

    static NotPermitted taskOfOthers() {
        return new NotPermitted("engine.notYourTask", "该任务没有交给您所在的单位，您不能查看或办理");
    }

    /** Another county's, which looks like what does not exist. */
    static NotPermitted otherCounty() {
        return new NotPermitted(DEFAULT_CODE, DEFAULT_REASON);
    }

    static NotPermitted notOffered() {
        return new NotPermitted("engine.notOffered", "此操作不通过流程引擎接口办理");
    }

    /** The stable code of the problem over HTTP; the engine's own code is a number. */
    String reason() {
        return reason;
    }
}
