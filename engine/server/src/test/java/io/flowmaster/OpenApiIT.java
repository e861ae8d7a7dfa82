package io.flowmaster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.PlatformTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@PlatformTest
@Tag("any-database")
class OpenApiIT {
  private static final Path COMMITTED = Path.of("../openapi.json");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private final Api api;

  OpenApiIT(Api api) {
    this.api = api;
  }

  @Test
  void theCommittedDocumentIsWhatThePlatformServes() throws IOException {
    String served = normal(api.anonymous().get("/v3/api-docs").expect(200).json());
    if (Boolean.getBoolean("flowmaster.openapi.write")) {
      Files.writeString(COMMITTED, served);
    }
    assertThat(Files.readString(COMMITTED))
        .as("engine/openapi.json has drifted from the code: run `make openapi` and commit it")
        .isEqualTo(served);
  }

  @Test
  void everyOperationIsDescribed() {
    List<String> faults = new ArrayList<>();
    JsonNode document = api.anonymous().get("/v3/api-docs").expect(200).json();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(op -> check(path.getKey(), op.getKey(), op.getValue(), faults)));
    assertThat(faults).isEmpty();
  }

  @Test
  void everyMemberOfABodyIsDescribed() {
    List<String> faults = new ArrayList<>();
    JsonNode schemas =
        api.anonymous().get("/v3/api-docs").expect(200).json().at("/components/schemas");
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      for (Map.Entry<String, JsonNode> member : schema.getValue().path("properties").properties()) {
        if (!member.getValue().has("$ref") && !member.getValue().has("description")) {
          faults.add(schema.getKey() + "." + member.getKey() + " has no description");
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void swaggerUiIsServed() {
    assertThat(api.anonymous().get("/swagger-ui/index.html").expect(200).text())
        .contains("swagger-ui");
  }

  private static void check(String path, String method, JsonNode operation, List<String> faults) {
    String name = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    if (operation.path("summary").asText().isBlank()) {
      faults.add(name + " has no summary");
    }
    if (operation.path("tags").path(0).asText().isBlank()
        || operation.path("tags").path(0).asText().contains("-controller")) {
      faults.add(name + " has no tag");
    }
    operation
        .path("parameters")
        .forEach(
            parameter -> {
              if (parameter.path("description").asText().isBlank()) {
                faults.add(
                    name
                        + ": parameter "
                        + parameter.path("name").asText()
                        + " has no description");
              }
            });
  }

  private static String normal(JsonNode document) throws IOException {
    return JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
  }
}
