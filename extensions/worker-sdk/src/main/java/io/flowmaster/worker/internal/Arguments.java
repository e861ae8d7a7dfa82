package io.flowmaster.worker.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.flowmaster.worker.BusinessKey;
import io.flowmaster.worker.Document;
import io.flowmaster.worker.Variable;
import io.flowmaster.worker.WorkerContext;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/** What a method is called with, and which variables that needs. */
final class Arguments {
  private final Method method;
  private final ObjectMapper json;
  private final List<Argument> all = new ArrayList<>();

  /** One parameter's value. */
  private interface Argument {
    @Nullable Object of(ObjectNode variables, WorkerContext context);
  }

  private final Set<String> names = new LinkedHashSet<>();
  private boolean wantsAll;

  Arguments(Method method, ObjectMapper json) {
    this.method = method;
    this.json =
        json.copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    boolean hasInput = false;
    for (Parameter parameter : method.getParameters()) {
      if (parameter.getType() == WorkerContext.class) {
        all.add((variables, context) -> context);
      } else if (parameter.isAnnotationPresent(BusinessKey.class)) {
        all.add((variables, context) -> context.businessKey());
      } else if (parameter.isAnnotationPresent(Variable.class)) {
        all.add(variable(parameter));
      } else if (hasInput || isSingleValue(parameter.getType())) {
        throw new IllegalStateException(
            "%s.%s: the parameter %s needs @Variable; a worker takes one input, a WorkerContext and"
                    .formatted(
                        method.getDeclaringClass().getSimpleName(),
                        method.getName(),
                        parameter.getName())
                + " single variables");
      } else {
        hasInput = true;
        all.add(input(parameter));
      }
    }
  }

  /** The variables that it wants to know; null for all. */
  @Nullable List<String> variableNames() {
    return wantsAll ? null : List.copyOf(names);
  }

  /** The variables that its signature names. */
  Set<String> needed() {
    return names;
  }

  /**
   * The arguments of a call.
   *
   * @throws UnfitInput when the variables do not fit
   */
  Object[] bind(ObjectNode variables, WorkerContext context) {
    return all.stream().map(argument -> argument.of(variables, context)).toArray();
  }

  private Argument variable(Parameter parameter) {
    String given = parameter.getAnnotation(Variable.class).value();
    String name = given.isEmpty() ? parameter.getName() : given;
    if (given.isEmpty() && !parameter.isNamePresent()) {
      throw new IllegalStateException(
          method + ": compile with -parameters, or name the variable in @Variable");
    }
    names.add(name);
    JavaType type = json.constructType(parameter.getParameterizedType());
    return (variables, context) -> single(name, type, variables.get(name));
  }

  private @Nullable Object single(String name, JavaType type, @Nullable JsonNode value) {
    boolean absent = value == null || value.isNull();
    if (type.getRawClass() == Optional.class) {
      return absent
          ? Optional.empty()
          : Optional.ofNullable(bind(name, value, type.containedType(0)));
    }
    if (absent && !type.isPrimitive()) {
      return null;
    }
    if (absent) {
      throw new UnfitInput("The variable " + name + " is missing", null);
    }
    return bind(name, value, type);
  }

  private @Nullable Object bind(String name, JsonNode value, JavaType type) {
    if (type.getRawClass() == Document.class) {
      if (value instanceof POJONode file && file.getPojo() instanceof Document document) {
        return document;
      }
      throw new UnfitInput("The variable " + name + " is not a file", null);
    }
    return convert(value, type, "The variable " + name + " does not fit ");
  }

  private Argument input(Parameter parameter) {
    JavaType type = json.constructType(parameter.getParameterizedType());
    List<String> wanted = namesOf(type);
    if (wanted == null) {
      wantsAll = true;
    } else {
      names.addAll(wanted);
    }
    return (variables, context) -> convert(variables, type, "The variables do not fit ");
  }

  private @Nullable List<String> namesOf(JavaType type) {
    if (Map.class.isAssignableFrom(type.getRawClass())
        || JsonNode.class.isAssignableFrom(type.getRawClass())) {
      return null;
    }
    BeanDescription description = json.getDeserializationConfig().introspect(type);
    if (description.findAnySetterAccessor() != null || hasOwnReader(type)) {
      return null;
    }
    return description.findProperties().stream().flatMap(Arguments::names).distinct().toList();
  }

  /** A type that is read in a way of its own does not say by its properties what it needs. */
  private static boolean hasOwnReader(JavaType type) {
    return Stream.of(type.getRawClass().getMethods())
        .filter(method -> method.isAnnotationPresent(JsonCreator.class))
        .anyMatch(
            method ->
                method.getAnnotation(JsonCreator.class).mode() == JsonCreator.Mode.DELEGATING);
  }

  private @Nullable Object convert(JsonNode value, JavaType type, String complaint) {
    try {
      return json.convertValue(value, type);
    } catch (IllegalArgumentException e) {
      throw new UnfitInput(
          complaint + type.getRawClass().getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private static boolean isSingleValue(Class<?> type) {
    return BeanUtils.isSimpleValueType(type)
        || type == Optional.class
        || type == Document.class
        || type.isArray()
        || Iterable.class.isAssignableFrom(type) && !JsonNode.class.isAssignableFrom(type);
  }

  private static Stream<String> names(BeanPropertyDefinition property) {
    Stream<String> aliases = property.findAliases().stream().map(alias -> alias.getSimpleName());
    return Stream.concat(Stream.of(property.getName()), aliases);
  }
}
