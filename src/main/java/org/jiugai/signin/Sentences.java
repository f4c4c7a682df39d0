package org.jiugai.signin;

/** What people are told about a failure; the same for whatever caused it. */
public final class Sentences {
    private Sentences() {}

    public static String of(int status) {
        return switch (status) {
            case 401 -> "您尚未登录，或登录已过期";
            case 403 -> "不能进行此操作";
            case 404 -> "没有这项内容，或您无权查看";
            case 405 -> "不支持的操作";
            case 409 -> "内容已被他人更改，请刷新后重试";
            case 413 -> "上传的文件过大或过多";
            case 429 -> "用户名或密码不正确，或尝试次数过多。请核对后稍候再试。";
            default -> status >= 500 ? "系统暂时无法处理" : "请求的内容有误";
        };
    }
}
