package io.flowmaster.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class ProcessDesignIT {
  private final Api api;

  ProcessDesignIT(Api api) {
    this.api = api;
  }

  @Test
  void aNewProcessBeginsWithADiagramThatCanBePublished() {
    String name = Names.unique("Starter & Co");
    Answer made = designer().post("/processes", Map.of("name", name)).expect(201);
    assertThat(made.header("Location")).isEqualTo("/processes/" + made.at("/id"));
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(made.at("/status")).isEqualTo("DRAFT");
    assertThat(made.at("/key")).isEqualTo(name.toLowerCase().replace(" & ", "-"));
    assertThat(made.json().get("latestVersion").isNull()).isTrue();
    assertThat(made.at("/createdBy")).isEqualTo("designer");
    assertThat(made.at("/bpmnXml")).contains("BPMNShape").contains("&amp; Co");
    Answer published = publish(made.at("/id")).expect(201);
    assertThat(published.at("/version")).isEqualTo("1");
    assertThat(published.at("/publishedBy")).isEqualTo("designer");
    assertThat(published.at("/processDefinitionId")).startsWith(made.at("/key") + ":1:");
    assertThat(published.at("/deploymentId")).isNotBlank();
    Answer read = designer().get("/processes/" + made.at("/id")).expect(200);
    assertThat(read.at("/status")).isEqualTo("PUBLISHED");
    assertThat(read.at("/latestVersion")).isEqualTo("1");
    assertThat(read.json().get("unpublishedChanges").asBoolean()).isFalse();
  }

  @Test
  void publishingWhatIsPublishedMakesNoNewVersion() {
    String id = create(Names.unique("same"), null).at("/id");
    Answer first = publish(id).expect(201);
    Answer second = publish(id).expect(200);
    assertThat(second.at("/processDefinitionId")).isEqualTo(first.at("/processDefinitionId"));
  }

  @Test
  void twoProcessesOfOneNameGetKeysOfTheirOwn() {
    String name = Names.unique("twin");
    String first = create(name, null).at("/key");
    assertThat(create(name, null).at("/key")).isEqualTo(first + "-2");
  }

  @Test
  void aKeyBelongsToOneProcess() {
    String key = Names.unique("taken");
    String owner = create("One", Models.executable(key)).at("/id");
    Answer refused =
        designer()
            .post("/processes", Map.of("name", "Two", "bpmnXml", Models.executable(key)))
            .expectProblem(409, "process-key-taken");
    assertThat(refused.at("/processId")).isEqualTo(owner);
  }

  @Test
  void aDraftChangesOnlyForWhoReadItLast() {
    String key = Names.unique("etag");
    Answer made = create("Before", Models.executable(key));
    String path = "/processes/" + made.at("/id");
    Map<String, ?> change = Map.of("name", "After", "tags", List.of("a", "b", "a"));
    designer().put(path, change).expectProblem(428, "if-match-required");
    Answer changed = designer().with("If-Match", made.header("ETag")).put(path, change).expect(200);
    assertThat(changed.at("/name")).isEqualTo("After");
    assertThat(changed.json().get("tags")).hasSize(2);
    assertThat(changed.at("/bpmnXml")).isEqualTo(Models.executable(key));
    designer()
        .with("If-Match", made.header("ETag"))
        .put(path, change)
        .expectProblem(412, "stale-version");
  }

  @Test
  void anArchivedProcessRestsUntilItIsRestored() {
    Answer made = create(Names.unique("rest"), null);
    String path = "/processes/" + made.at("/id");
    publish(made.at("/id")).expect(201);
    designer().delete(path).expect(204);
    assertThat(designer().get(path).at("/status")).isEqualTo("ARCHIVED");
    publish(made.at("/id")).expectProblem(409, "process-archived");
    designer()
        .with("If-Match", "*")
        .put(path, Map.of("name", "x"))
        .expectProblem(409, "process-archived");
    assertThat(designer().post(path + "/restore").expect(200).at("/status")).isEqualTo("PUBLISHED");
  }

  @Test
  void theListIsSearchedInAnyCaseAndPaged() {
    String word = Names.unique("Ünique");
    for (int i = 0; i < 3; i++) {
      create(word + " " + i, null);
    }
    String q =
        "q="
            + java.net.URLEncoder.encode(
                word.toUpperCase(), java.nio.charset.StandardCharsets.UTF_8);
    JsonNode page = designer().get("/processes?limit=2&count=true&" + q).expect(200).json();
    assertThat(page.get("items")).hasSize(2);
    assertThat(page.get("total").asInt()).isEqualTo(3);
    assertThat(page.get("items").get(0).has("bpmnXml")).isFalse();
    JsonNode next =
        designer()
            .get("/processes?limit=2&" + q + "&cursor=" + page.get("nextCursor").asText())
            .expect(200)
            .json();
    assertThat(next.get("items")).hasSize(1);
    assertThat(next.get("nextCursor").isNull()).isTrue();
    assertThat(designer().get("/processes?sort=-updatedAt&" + q).at("/items/0/name")).endsWith("2");
    designer().get("/processes?sort=colour").expectProblem(422, "invalid-sort");
  }

  @Test
  void anotherTenantSeesNothingOfIt() {
    String id = create(Names.unique("mine"), null).at("/id");
    api.otherAdmin().get("/processes/" + id).expectProblem(404, "process-not-found");
    api.otherAdmin().post("/processes/" + id + "/publish").expectProblem(404, "process-not-found");
    api.otherAdmin().delete("/processes/" + id).expectProblem(404, "process-not-found");
  }

  @Test
  void anEmployeeSeesWhatIsPublishedAndChangesNothing() {
    String key = Names.unique("reader");
    Answer made = create("For readers", Models.executable(key));
    String path = "/processes/" + made.at("/id");
    Caller employee = api.as("employee", Roles.EMPLOYEE);
    employee.get(path).expectProblem(404, "process-not-found");
    Answer published = publish(made.at("/id")).expect(201);
    designer()
        .with("If-Match", "*")
        .put(path, Map.of("bpmnXml", Models.executable(key, "Draft only")))
        .expect(200);
    assertThat(employee.get(path).expect(200).at("/bpmnXml")).isEqualTo(Models.executable(key));
    employee.post("/processes", Map.of("name", "no")).expectProblem(403, "forbidden");
    assertThat(published.at("/version")).isEqualTo("1");
  }

  private Answer create(String name, String xml) {
    Map<String, String> body =
        xml == null ? Map.of("name", name) : Map.of("name", name, "bpmnXml", xml);
    return designer().post("/processes", body).expect(201);
  }

  private Answer publish(String id) {
    return designer().post("/processes/" + id + "/publish", Map.of("changelog", "new"));
  }

  private Caller designer() {
    return api.as("designer", Roles.DESIGNER);
  }
}
