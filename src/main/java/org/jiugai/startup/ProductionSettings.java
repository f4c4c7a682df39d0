package org.jiugai.startup;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** In production the database is named from outside; without it nothing is guessed. */
class ProductionSettings implements EnvironmentPostProcessor, org.springframework.core.Ordered {
    private static final List<String> NEEDED =
            List.of("JIUGAI_DATABASE_URL", "JIUGAI_DATABASE_USER", "JIUGAI_DATABASE_PASSWORD");

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
    }

    @Override
    public int getOrder() {
        return org.springframework.core.Ordered.LOWEST_PRECEDENCE;
    }
}
