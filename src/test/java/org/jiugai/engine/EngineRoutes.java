package org.jiugai.engine;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.plugin.resources.AdminPluginsRootResource;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;

/** Every route of the engine's API, read from its own classes: method and path behind the name of the engine. */
final class EngineRoutes {
    private EngineRoutes() {}

    record Route(String method, String path) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            return toString().compareTo(other.toString());
        }

        /** With something in the place of each parameter. */
        String filled() {
            return path.replaceAll("\\{[^/]*?}", "x1");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> all() {
        TreeSet<Route> routes = new TreeSet<>();
        walk(NamedProcessEngineRestServiceImpl.class, "", new ArrayDeque<>(), routes);
        return List.copyOf(routes);
    }

    /** What the web applications add to it, with their whole paths. */
    static List<Route> ofTheWebapps() {
        TreeSet<Route> routes = new TreeSet<>();
        walk(BaseRootResource.class, "/camunda/api/cockpit/plugin/base", new ArrayDeque<>(), routes);
        walk(AdminPluginsRootResource.class, "/camunda/api/admin/plugin/adminPlugins", new ArrayDeque<>(), routes);
        walk(SetupResource.class, "/camunda/api/admin/setup/{engine}", new ArrayDeque<>(), routes);
        walk(UserAuthenticationResource.class, "/camunda/api/admin/auth/user", new ArrayDeque<>(), routes);
        return List.copyOf(routes);
    }

    private static void walk(Class<?> resource, String path, Deque<Class<?>> above, TreeSet<Route> routes) {
        if (above.contains(resource)) return;
        above.push(resource);
        for (Method method : resource.getMethods()) {
            Optional<Path> own = annotated(method, Path.class);
            String here = own.map(p -> join(path, p.value())).orElse(path);
            List<String> verbs = verbs(method);
            verbs.forEach(verb -> routes.add(new Route(verb, here.replaceFirst("^/\\{name}", ""))));
            if (verbs.isEmpty() && own.isPresent()) walk(method.getReturnType(), here, above, routes);
        }
        above.pop();
    }

    private static String join(String path, String next) {
        return next.equals("/") ? path : path + (next.startsWith("/") ? next : "/" + next);
    }

    private static List<String> verbs(Method method) {
        List<String> verbs = new ArrayList<>();
        overridden(method)
                .flatMap(m -> Stream.of(m.getAnnotations()))
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .distinct()
                .forEach(verbs::add);
        return verbs;
    }

    private static <A extends Annotation> Optional<A> annotated(Method method, Class<A> annotation) {
        return overridden(method)
                .filter(m -> m.isAnnotationPresent(annotation))
                .map(m -> m.getAnnotation(annotation))
                .findFirst();
    }

    /** The method and those of the interfaces that it implements, which carry the annotations. */
    private static Stream<Method> overridden(Method method) {
        return Stream.concat(
                Stream.of(method),
                Stream.of(method.getDeclaringClass().getInterfaces())
                        .flatMap(face -> Stream.of(face.getMethods()))
                        .filter(m -> m.getName().equals(method.getName())
                                && java.util.Arrays.equals(m.getParameterTypes(), method.getParameterTypes())));
    }
}
