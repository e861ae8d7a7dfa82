package io.flowmaster.processes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class SampleProcessesIT {
  private static final List<String> PATTERNS =
      List.of("classpath*:seed/*/*", "classpath*:nothing/*");
  private final Api api;
  private final SampleProcesses samples;

  SampleProcessesIT(Api api, SampleProcesses samples) {
    this.api = api;
    this.samples = samples;
  }

  @Test
  void samplesArePublishedOnceAndLeftAloneAfterwards() {
    samples.load(PATTERNS);
    JsonNode found = find();
    assertThat(found.at("/items/0/status").asText()).isEqualTo("PUBLISHED");
    assertThat(found.at("/items/0/createdBy").asText()).isEqualTo("designer");
    String path = "/processes/" + found.at("/items/0/id").asText();
    Answer files = api.as("designer", Roles.DESIGNER).get(path + "/resources").expect(200);
    assertThat(files.json().get("items")).hasSize(2);
    api.as("designer", Roles.DESIGNER)
        .with("If-Match", "*")
        .put(path, Map.of("name", "Mine now"))
        .expect(200);
    samples.load(PATTERNS);
    assertThat(api.admin().get(path).at("/name")).isEqualTo("Mine now");
    assertThat(api.admin().get(path).at("/latestVersion")).isEqualTo("1");
    assertThat(api.otherAdmin().get("/processes?q=seeded-greeting").json().get("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoice-intake",
        "merchant-onboarding",
        "payment-incident-resolution",
        "permit-application",
        "pricing-approval",
        "shipment-acceptance"
      })
  void eachBundledProcessIsSoundAndPublished(String folder) {
    samples.load(List.of("file:../../bpmn-samples/src/main/resources/samples/" + folder + "/*"));
    JsonNode list = api.admin().get("/processes?status=PUBLISHED&q=" + folder).expect(200).json();
    assertThat(list.get("items").findValuesAsText("key")).isNotEmpty();
  }

  private JsonNode find() {
    JsonNode list = api.admin().get("/processes?q=seeded-greeting").expect(200).json();
    assertThat(list.get("items")).hasSize(1);
    return list;
  }
}
