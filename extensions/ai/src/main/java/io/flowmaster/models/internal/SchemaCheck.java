package io.flowmaster.models.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.WatchedText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a model's text is JSON that fits a schema; reads no schema from elsewhere. */
@Component
class SchemaCheck {
  private static final int MOST_FAULTS = 20;
  private static final int MOST_SCHEMA = 100_000;
  private static final Pattern FENCED =
      Pattern.compile("\\s*```[a-zA-Z]*\\s*\\n(.*)\\n\\s*```\\s*", Pattern.DOTALL);

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .regularExpressionFactory(SchemaCheck::pattern)
                          .build()));

  private final Cache<JsonNode, Schema> compiled = Caffeine.newBuilder().maximumSize(200).build();
  private final ObjectMapper json;

  SchemaCheck(ObjectMapper json) {
    this.json = json.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * What a text is.
   *
   * @param output null when it does not fit
   */
  record Checked(@Nullable JsonNode output, List<FieldError> faults) {}

  /**
   * @throws InvalidValue when nothing can be checked with the schema
   */
  Schema compiled(JsonNode schema) {
    if (!schema.isObject() || schema.toString().length() > MOST_SCHEMA) {
      throw new InvalidValue(
          "output-schema", "An output schema is a JSON object of at most 100 KB.");
    }
    schema
        .findValuesAsText("$ref")
        .forEach(
            ref -> {
              if (!ref.startsWith("#")) {
                throw new InvalidValue("output-schema", "A $ref points into the schema itself.");
              }
            });
    try {
      return compiled.get(schema, registry::getSchema);
    } catch (SchemaException | PatternSyntaxException e) {
      throw new InvalidValue("output-schema", "The output schema is no JSON Schema.");
    }
  }

  Checked check(JsonNode schema, String text) {
    JsonNode output;
    Matcher fenced = FENCED.matcher(text);
    try {
      output = json.readTree(fenced.matches() ? fenced.group(1) : text);
    } catch (JsonProcessingException e) {
      return new Checked(null, List.of(new FieldError("", "It is not one JSON value.")));
    }
    try {
      return checked(schema, output);
    } catch (WatchedText.TooMuch e) {
      return new Checked(
          null, List.of(new FieldError("", "A pattern of the schema takes too long on it.")));
    }
  }

  private Checked checked(JsonNode schema, JsonNode output) {
    List<FieldError> faults =
        compiled(schema).validate(output).stream()
            .limit(MOST_FAULTS)
            .map(error -> new FieldError(error.getInstanceLocation().toString(), said(error)))
            .toList();
    return new Checked(faults.isEmpty() && !output.isMissingNode() ? output : null, faults);
  }

  private static RegularExpression pattern(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return value -> WatchedText.has(pattern, value);
  }

  private static String said(com.networknt.schema.Error error) {
    String said = error.getMessage();
    return said.length() > 300 ? said.substring(0, 300) + "…" : said;
  }
}
