package io.flowmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.PlatformTest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two bodies of one name would be one schema in the API's document: callers would read of the one
 * and get the other.
 */
@PlatformTest
@Tag("any-database")
class SchemaNamesIT {
  private final RequestMappingHandlerMapping mappings;

  SchemaNamesIT(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  @Test
  void eachBodyHasANameOfItsOwn() {
    Map<String, Set<String>> byName = new TreeMap<>();
    Set<Class<?>> seen = new java.util.HashSet<>();
    for (HandlerMethod handler : mappings.getHandlerMethods().values()) {
      collect(handler.getReturnType().getGenericParameterType(), seen, byName);
      for (MethodParameter parameter : handler.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
          collect(parameter.getGenericParameterType(), seen, byName);
        }
      }
    }
    assertThat(byName).containsKeys("AgentView", "HistoryEvent");
    assertThat(byName.entrySet().stream().filter(entry -> entry.getValue().size() > 1)).isEmpty();
  }

  private static void collect(Type type, Set<Class<?>> seen, Map<String, Set<String>> byName) {
    if (type instanceof ParameterizedType parameterized) {
      List.of(parameterized.getActualTypeArguments()).forEach(one -> collect(one, seen, byName));
    } else if (type instanceof Class<?> of && isOurs(of) && seen.add(of)) {
      byName.computeIfAbsent(name(of), n -> new TreeSet<>()).add(of.getName());
      Arrays.stream(of.isRecord() ? of.getRecordComponents() : new RecordComponent[0])
          .forEach(component -> collect(component.getGenericType(), seen, byName));
    }
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("io.flowmaster.") && !type.isEnum();
  }

  private static String name(Class<?> type) {
    Schema schema = type.getAnnotation(Schema.class);
    return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
  }
}
