package org.jiugai;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A server that opens as a child of the application tells it its own port, and when it closes, that there is no service any more; every
 * other test asks the application for both.
 */
public final class HousePort {
    private static final String PORT = "local.server.port";

    private HousePort() {}

    /** Opens a child; afterwards the application has its own port again. */
    public static <T> T kept(ApplicationContext house, Supplier<T> opening) {
        MapPropertySource ports =
                (MapPropertySource) Objects.requireNonNull(((ConfigurableEnvironment) house.getEnvironment())
                        .getPropertySources()
                        .get("server.ports"));
        Map<String, Object> known = ports.getSource();
        Object own = known.get(PORT);
        try {
            return opening.get();
        } finally {
            known.put(PORT, own);
        }
    }

    /** Closes a child; the application goes on. */
    public static void close(ApplicationContext house, ConfigurableApplicationContext child) {
        child.close();
        AvailabilityChangeEvent.publish(house, ReadinessState.ACCEPTING_TRAFFIC);
    }
}
