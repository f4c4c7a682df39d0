package org.jiugai.security;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of our own pages and endpoints, as the running application has them. */
final class Routes {
    private Routes() {}

    /**
     * @param pattern {@code /cases/{caseNo}}
     * @param parameters names of what it takes from the query or a form
     * @param takesFile whether a file belongs to it
     */
    record Route(String method, String pattern, List<String> parameters, boolean takesFile) {
        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static List<Route> of(ApplicationContext beans) {
        Map<RequestMappingInfo, HandlerMethod> handlers = beans.getBean(
                        "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        List<Route> routes = new ArrayList<>();
        handlers.forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                for (RequestMethod method :
                        methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    routes.add(new Route(method.name(), pattern, parameters(handler), takesFile(handler)));
                }
            }
        });
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    private static List<String> parameters(HandlerMethod handler) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null && !isFile(parameter))
                names.add(asked.name().isEmpty() ? parameter.getName() : asked.name());
            if (parameter.isAnnotationPresent(ModelAttribute.class)
                    && parameter.getType().isRecord()) {
                Arrays.stream(parameter.getType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static boolean takesFile(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters()).anyMatch(Routes::isFile);
    }

    private static boolean isFile(Parameter parameter) {
        return parameter.getParameterizedType().getTypeName().contains(MultipartFile.class.getName());
    }
}
