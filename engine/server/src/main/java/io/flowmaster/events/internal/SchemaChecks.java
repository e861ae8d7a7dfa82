package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.WatchedText;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks data against schemas; it reads nothing from elsewhere. */
@Component
class SchemaChecks {
  private static final int MOST_FAULTS = 20;
  private static final String METASCHEMA = "https://json-schema.org/draft/2020-12/schema";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .regularExpressionFactory(BoundedPattern::new)
                          .build()));

  private final Schema metaschema = registry.getSchema(SchemaLocation.of(METASCHEMA));
  private final Cache<String, Schema> compiled = Caffeine.newBuilder().maximumSize(500).build();

  /** What is wrong with a schema; empty when it can be checked with. */
  List<FieldError> ofSchema(JsonNode schema) {
    List<FieldError> faults = SchemaRules.faults(schema);
    if (!faults.isEmpty()) {
      return faults;
    }
    String dialect = schema.path("$schema").asText(METASCHEMA);
    if (!dialect.startsWith(METASCHEMA)) {
      return List.of(new FieldError("/schema/$schema", "Write it for draft 2020-12."));
    }
    return faults(metaschema, schema, "/schema");
  }

  /**
   * What is wrong with the data.
   *
   * @param schema as text, which was found good by {@link #ofSchema}
   */
  List<FieldError> ofData(String schema, JsonNode data, String pointer) {
    Schema known = compiled.get(schema, text -> registry.getSchema(text, InputFormat.JSON));
    return faults(known, data, pointer);
  }

  private static List<FieldError> faults(Schema schema, JsonNode data, String pointer) {
    try {
      return schema.validate(data).stream()
          .limit(MOST_FAULTS)
          .map(error -> new FieldError(pointer + error.getInstanceLocation(), sentence(error)))
          .toList();
    } catch (WatchedText.TooMuch e) {
      return List.of(new FieldError(pointer, "A pattern of the schema takes too long on it."));
    }
  }

  private static String sentence(com.networknt.schema.Error error) {
    String said = error.getMessage();
    return said.length() > 300 ? said.substring(0, 300) + "…" : said;
  }
}
