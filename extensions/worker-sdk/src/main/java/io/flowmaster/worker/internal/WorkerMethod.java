package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/** A bean's method that works a topic. */
final class WorkerMethod {
  private final String topic;
  private final Object bean;
  private final Method method;
  private final ObjectMapper json;
  private final Optional<JavaType> input;

  WorkerMethod(Worker worker, Object bean, Method declared, ObjectMapper json) {
    this.topic = worker.value();
    this.bean = bean;
    this.method = AopUtils.selectInvocableMethod(declared, bean.getClass());
    this.json =
        json.copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    List<Type> inputs =
        Stream.of(declared.getGenericParameterTypes())
            .filter(t -> t != WorkerContext.class)
            .toList();
    if (topic.isBlank() || inputs.size() > 1) {
      throw new IllegalStateException(
          this
              + ": @Worker names a topic, and its method takes at most one input and a WorkerContext");
    }
    this.input = inputs.stream().findFirst().map(json::constructType);
    ReflectionUtils.makeAccessible(method);
  }

  String topic() {
    return topic;
  }

  /** The variables that it wants to know; null for all. */
  @Nullable List<String> variableNames() {
    if (input.isEmpty()) {
      return List.of();
    }
    if (Map.class.isAssignableFrom(input.get().getRawClass())) {
      return null;
    }
    BeanDescription description = json.getDeserializationConfig().introspect(input.get());
    if (description.findAnySetterAccessor() != null) {
      return null;
    }
    return description.findProperties().stream().flatMap(WorkerMethod::names).distinct().toList();
  }

  /**
   * Calls the method.
   *
   * @throws UnfitInput when the variables do not fit the input
   * @throws Exception what the method threw
   */
  @Nullable Object call(ObjectNode variables, WorkerContext context) throws Exception {
    Object bound = input.isPresent() ? bind(variables, input.get()) : null;
    Object[] arguments =
        Stream.of(method.getParameterTypes())
            .map(type -> type == WorkerContext.class ? context : bound)
            .toArray();
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException e) {
      ReflectionUtils.rethrowException(e.getTargetException());
      throw e;
    }
  }

  @Override
  public String toString() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private @Nullable Object bind(ObjectNode variables, JavaType type) {
    try {
      return json.convertValue(variables, type);
    } catch (IllegalArgumentException e) {
      throw new UnfitInput(
          "The variables do not fit " + type.getRawClass().getSimpleName() + ": " + e.getMessage(),
          e);
    }
  }

  private static Stream<String> names(BeanPropertyDefinition property) {
    Stream<String> aliases = property.findAliases().stream().map(alias -> alias.getSimpleName());
    return Stream.concat(Stream.of(property.getName()), aliases);
  }

  /** No retry can help: the variables have to be corrected first. */
  static final class UnfitInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnfitInput(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
