package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and judges the configurations of actions. */
@Component
class ConfigurationReader {
  private final ObjectMapper json;

  ConfigurationReader(ObjectMapper json) {
    this.json = json;
  }

  Map<String, JsonNode> members(JsonNode configuration, String name) {
    JsonNode value = configuration.path(name);
    return value.isObject() ? json.convertValue(value, new TypeReference<>() {}) : Map.of();
  }

  static @Nullable String textOrNull(JsonNode configuration, String name) {
    return configuration.hasNonNull(name) ? configuration.get(name).asText() : null;
  }

  Faults faults(JsonNode configuration) {
    return new Faults(configuration);
  }

  /** Collects what is wrong, one member after the other. */
  static final class Faults {
    private final JsonNode configuration;
    private final Set<String> known = new HashSet<>();
    private final List<FieldError> faults = new ArrayList<>();

    private Faults(JsonNode configuration) {
      this.configuration = configuration;
    }

    Faults text(String name, boolean isNeeded, int longest) {
      known.add(name);
      JsonNode value = configuration.path(name);
      boolean isAbsent = value.isMissingNode() || value.isNull();
      if (isAbsent ? isNeeded : !value.isTextual() || !fits(value.asText(), isNeeded, longest)) {
        add(name, "Give a text of at most " + longest + " characters.");
      }
      return this;
    }

    private static boolean fits(String text, boolean isNeeded, int longest) {
      return text.length() <= longest && !(isNeeded && text.isBlank());
    }

    Faults number(String name, int least, int most) {
      known.add(name);
      JsonNode value = configuration.path(name);
      if (!value.isMissingNode()
          && !value.isNull()
          && !(value.canConvertToInt()
              && value.isIntegralNumber()
              && value.asInt() >= least
              && value.asInt() <= most)) {
        add(name, "Give a whole number, " + least + " or more.");
      }
      return this;
    }

    Faults members(String name) {
      known.add(name);
      JsonNode value = configuration.path(name);
      if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
        add(name, "Give an object with a member for each name.");
      }
      return this;
    }

    Faults anything(String name) {
      known.add(name);
      return this;
    }

    List<FieldError> nothingElse() {
      configuration
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!known.contains(name)) {
                  add(escaped(name), "The action knows no such member.");
                }
              });
      return faults;
    }

    private void add(String name, String detail) {
      faults.add(new FieldError("/" + name, detail));
    }

    private static String escaped(String name) {
      return name.replace("~", "~0").replace("/", "~1");
    }
  }
}
