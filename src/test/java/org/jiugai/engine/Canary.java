package org.jiugai.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.SingletonBeanRegistry;

/** A bean that any expression could call, if one were evaluated. */
public class Canary {
    static final String EXPRESSION = "${engineCanary.sing()}";
    private static final String NAME = "engineCanary";
    private final AtomicInteger songs = new AtomicInteger();

    /** The one canary of this application. */
    static Canary in(ConfigurableListableBeanFactory beans) {
        if (!beans.containsSingleton(NAME)) ((SingletonBeanRegistry) beans).registerSingleton(NAME, new Canary());
        return beans.getBean(NAME, Canary.class);
    }

    public String sing() {
        songs.incrementAndGet();
        return "2030-01-01T00:00:00";
    }

    int songs() {
        return songs.get();
    }
}
