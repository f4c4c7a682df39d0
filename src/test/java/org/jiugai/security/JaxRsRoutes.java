package org.jiugai.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** The routes of the web applications' and the engine's API, read from the resources of every JAX-RS application that a servlet carries. */
final class JaxRsRoutes {
    private final Set<String> routes = new TreeSet<>();
    private final Deque<Class<?>> above = new ArrayDeque<>();

    private JaxRsRoutes() {}

    /** {@code GET /camunda/api/engine/engine/{name}/task/{id}} and so on. */
    static Set<String> of(ServletContext context) throws ReflectiveOperationException {
        JaxRsRoutes found = new JaxRsRoutes();
        for (ServletRegistration servlet : context.getServletRegistrations().values()) {
            String application = servlet.getInitParameter("jakarta.ws.rs.Application");
            if (application == null) continue;
            Application resources = (Application)
                    Class.forName(application).getDeclaredConstructor().newInstance();
            for (String mapping : servlet.getMappings()) {
                for (Class<?> resource : resources.getClasses()) {
                    Path path = annotation(resource, Path.class);
                    if (path != null) found.collect(resource, join(mapping.replace("/*", ""), path.value()));
                }
            }
        }
        return found.routes;
    }

    private void collect(Class<?> resource, String prefix) {
        if (above.contains(resource)) return;
        above.push(resource);
        for (Method method : resource.getMethods()) {
            Path path = annotation(method, Path.class);
            String verb = verb(method);
            String here = path == null ? prefix : join(prefix, path.value());
            if (verb != null) routes.add(verb + " " + here);
            else if (path != null) collect(method.getReturnType(), here);
        }
        above.pop();
    }

    private static String verb(Method method) {
        for (Method declared : declarations(method)) {
            for (Annotation annotation : declared.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) return http.value();
            }
        }
        return null;
    }

    private static <A extends Annotation> A annotation(AnnotatedElement element, Class<A> type) {
        if (element instanceof Method method) {
            for (Method declared : declarations(method)) {
                if (declared.isAnnotationPresent(type)) return declared.getAnnotation(type);
            }
            return null;
        }
        for (Class<?> supertype : supertypes((Class<?>) element)) {
            if (supertype.isAnnotationPresent(type)) return supertype.getAnnotation(type);
        }
        return null;
    }

    /** JAX-RS takes annotations from the interface as well. */
    private static Set<Method> declarations(Method method) {
        Set<Method> found = new LinkedHashSet<>();
        for (Class<?> type : supertypes(method.getDeclaringClass())) {
            try {
                found.add(type.getDeclaredMethod(method.getName(), method.getParameterTypes()));
            } catch (NoSuchMethodException e) {
                // not declared there
            }
        }
        return found;
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(new HashSet<>(Set.of(type)));
        while (!open.isEmpty()) {
            Class<?> next = open.poll();
            if (!all.add(next)) continue;
            if (next.getSuperclass() != null) open.add(next.getSuperclass());
            open.addAll(java.util.List.of(next.getInterfaces()));
        }
        return all;
    }

    private static String join(String prefix, String path) {
        String joined =
                (prefix + "/" + path.replaceAll("\\{\\s*([a-zA-Z-]+)\\s*:[^}]*}", "{$1}")).replaceAll("/+", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }
}
