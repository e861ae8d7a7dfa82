package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.flowmaster.worker.Variable;
import io.flowmaster.worker.Worker;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code @Worker} method needs and gives, as far as its signature tells.
 *
 * @param topic what it works
 * @param method for people
 * @param required variables that the execution must have
 * @param results variables that it sets; null when only a call tells
 * @param errors codes of the business errors that it says it throws
 */
public record WorkerDescription(
    String topic,
    String method,
    Set<String> required,
    @Nullable Set<String> results,
    Set<String> errors) {

  /** All workers of a class. */
  public static List<WorkerDescription> of(Class<?> type, ObjectMapper json) {
    return WorkerMethods.annotated(type).entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), json))
        .toList();
  }

  private static WorkerDescription of(Method method, Worker worker, ObjectMapper json) {
    return new WorkerDescription(
        worker.value(),
        method.getDeclaringClass().getSimpleName() + "." + method.getName(),
        required(method, json),
        results(json.constructType(method.getGenericReturnType()), json),
        Set.of(worker.errors()));
  }

  private static Set<String> required(Method method, ObjectMapper json) {
    Set<String> needed = new LinkedHashSet<>(new Arguments(method, json).needed());
    for (Parameter parameter : method.getParameters()) {
      Variable variable = parameter.getAnnotation(Variable.class);
      if (variable != null && mayBeAbsent(parameter.getType(), parameter.getAnnotatedType())) {
        needed.remove(variable.value().isEmpty() ? parameter.getName() : variable.value());
      } else if (parameter.getType().isRecord()) {
        Arrays.stream(parameter.getType().getRecordComponents())
            .filter(part -> mayBeAbsent(part.getType(), part.getAnnotatedType()))
            .map(RecordComponent::getName)
            .forEach(needed::remove);
      }
    }
    return needed;
  }

  private static boolean mayBeAbsent(Class<?> type, AnnotatedType annotated) {
    return type == Optional.class
        || Stream.of(annotated.getAnnotations())
            .map(Annotation::annotationType)
            .anyMatch(annotation -> annotation.getSimpleName().equals("Nullable"));
  }

  private static @Nullable Set<String> results(JavaType type, ObjectMapper json) {
    Class<?> raw = type.getRawClass();
    if (raw == void.class || raw == Void.class) {
      return Set.of();
    }
    if (Map.class.isAssignableFrom(raw) || raw == Object.class) {
      return null;
    }
    BeanDescription description = json.getSerializationConfig().introspect(type);
    return description.findProperties().stream()
        .map(BeanPropertyDefinition::getName)
        .collect(Collectors.toSet());
  }
}
