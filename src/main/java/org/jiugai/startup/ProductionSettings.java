package org.jiugai.startup;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** In production the database and the first administrator are named from outside; nothing is guessed, and no weak password accepted. */
class ProductionSettings implements EnvironmentPostProcessor, org.springframework.core.Ordered {
    private static final List<String> NEEDED =
            List.of("JIUGAI_DATABASE_URL", "JIUGAI_DATABASE_USER", "JIUGAI_DATABASE_PASSWORD");

    private static final List<String> ADMINISTRATOR =
            List.of("JIUGAI_ADMIN_USER", "JIUGAI_ADMIN_PASSWORD", "JIUGAI_ADMIN_COUNTY");
    private static final int SHORTEST_PASSWORD = 12;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("production"))) return;
        List<String> missing = NEEDED.stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused("生产环境缺少数据库设置：请设置环境变量 " + String.join("、", missing)
                    + "（例如 JIUGAI_DATABASE_URL=jdbc:postgresql://主机:5432/jiugai）。");
        }
        checkAdministrator(environment);
    }

    private static void checkAdministrator(ConfigurableEnvironment environment) {
        List<String> missing = ADMINISTRATOR.stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .toList();
        if (missing.size() == ADMINISTRATOR.size()) return;
        if (!missing.isEmpty()) {
            throw new StartRefused("首位管理员的环境变量须同时设置，缺少 " + String.join("、", missing)
                    + "（例如 JIUGAI_ADMIN_COUNTY=\"341502 金安区\"）；都不设置则在启动后凭一次性地址设立。");
        }
        if (environment.getProperty("JIUGAI_ADMIN_PASSWORD", "").length() < SHORTEST_PASSWORD) {
            throw new StartRefused("JIUGAI_ADMIN_PASSWORD 不能少于" + SHORTEST_PASSWORD + "个字符：请改用更长的密码后重新启动。");
        }
    }

    @Override
    public int getOrder() {
        return org.springframework.core.Ordered.LOWEST_PRECEDENCE;
    }
}
