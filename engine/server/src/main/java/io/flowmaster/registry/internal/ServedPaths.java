package io.flowmaster.registry.internal;

import io.flowmaster.registry.internal.CanonicalServices.Canonical;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which of the canonical services this version serves: those whose endpoints are there. */
@Component
class ServedPaths {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^/]*}");
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  ServedPaths(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  List<Canonical> services() {
    Set<String> mapped =
        mappings.getObject().getHandlerMethods().keySet().stream()
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .map(ServedPaths::shape)
            .collect(Collectors.toSet());
    return CanonicalServices.ALL.stream()
        .filter(service -> mapped.contains(shape(service.paths().get(0))))
        .toList();
  }

  private static String shape(String pattern) {
    return VARIABLE.matcher(pattern).replaceAll("{}");
  }
}
