package org.jiugai.organisation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A production that has no administrator gets one from the operator's settings, or says once how to make one. There is no default password. */
@Component
@Profile("production")
class FirstAdministratorStart implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorStart.class);
    private final FirstAdministrator first;
    private final Environment settings;

    FirstAdministratorStart(FirstAdministrator first, Environment settings) {
        this.first = first;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!first.isMissing()) return;
        if (setting("PASSWORD", "").isEmpty()) {
            LOG.warn("系统还没有管理员\n\n  请在24小时内用浏览器打开本系统的 /setup?token={} 设立首位管理员。此地址只显示这一次，请勿转发。\n", first.issueToken());
        } else if (first.makeFromSettings(entered())) {
            LOG.info("已按环境变量设立首位管理员 {}，首次登录须修改密码；请随即删除 JIUGAI_ADMIN_PASSWORD", setting("USER", ""));
        }
    }

    private NewAdministrator entered() {
        String[] city = place("CITY");
        String[] county = place("COUNTY");
        return new NewAdministrator(
                city[0],
                city[1],
                county[0],
                county[1],
                setting("OFFICE", "系统管理"),
                setting("USER", ""),
                setting("NAME", "系统管理员"),
                setting("PASSWORD", ""));
    }

    /** Code and name, separated by a blank. */
    private String[] place(String name) {
        String[] parts = setting(name, "").strip().split("\\s+", 2);
        return new String[] {parts[0], parts.length > 1 ? parts[1] : ""};
    }

    private String setting(String name, String otherwise) {
        return settings.getProperty("JIUGAI_ADMIN_" + name, otherwise);
    }
}
