package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.WatchedText;
import io.flowmaster.tools.ToolArgumentsRefused;
import io.flowmaster.tools.ToolDescription;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Component;

/** Checks the arguments of calls against the schemas of tools; nothing is read from elsewhere. */
@Component
class ArgumentChecks {
  private static final int MOST_FAULTS = 20;
  private static final int LONGEST_SENTENCE = 300;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .regularExpressionFactory(BoundedRegex::new)
                          .build()));
  private final Cache<JsonNode, Schema> compiled = Caffeine.newBuilder().maximumSize(1000).build();

  /**
   * @throws ToolArgumentsRefused when they do not fit
   */
  void require(ToolDescription tool, JsonNode arguments) {
    List<FieldError> faults = faults(tool.inputSchema(), arguments);
    if (!faults.isEmpty()) {
      throw new ToolArgumentsRefused(tool.name(), faults);
    }
  }

  private List<FieldError> faults(JsonNode schema, JsonNode arguments) {
    try {
      return compiled.get(schema, registry::getSchema).validate(arguments).stream()
          .limit(MOST_FAULTS)
          .map(error -> new FieldError(error.getInstanceLocation().toString(), sentence(error)))
          .toList();
    } catch (WatchedText.TooMuch e) {
      return List.of(new FieldError("", "A pattern of the schema takes too long on it."));
    } catch (SchemaException | PatternSyntaxException e) {
      return List.of(new FieldError("", "The tool's schema cannot be read, so it is not called."));
    }
  }

  private static String sentence(com.networknt.schema.Error error) {
    String said = error.getMessage();
    int colon = said.startsWith("/") || said.startsWith(": ") ? said.indexOf(": ") : -1;
    String plain = colon < 0 ? said : said.substring(colon + 2);
    return plain.length() > LONGEST_SENTENCE ? plain.substring(0, LONGEST_SENTENCE) + "…" : plain;
  }
}
