package io.flowmaster.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.Models;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class VersionsIT {
  private final Api api;

  VersionsIT(Api api) {
    this.api = api;
  }

  @Test
  void versionsAreListedNewestFirstAndComparedByChecksum() {
    String key = Names.unique("history");
    String path = published(key, "One", "Two", "Three");
    JsonNode page = designer().get(path + "/versions?limit=2&count=true").expect(200).json();
    assertThat(page.at("/total").asInt()).isEqualTo(3);
    assertThat(page.at("/items/0/version").asInt()).isEqualTo(3);
    assertThat(page.at("/items/0/changelog").asText()).isEqualTo("Three");
    assertThat(page.at("/items/0/label").asText()).isEqualTo("L");
    assertThat(page.at("/items/0/sameAsDraft").asBoolean()).isTrue();
    assertThat(page.at("/items/0/sameAsPrevious").asBoolean()).isFalse();
    assertThat(page.at("/items/1/sameAsDraft").asBoolean()).isFalse();
    assertThat(page.at("/items/0/resources/0/sha256").asText()).hasSize(64);
    assertThat(page.at("/items/0").has("bpmnXml")).isFalse();
    JsonNode last =
        designer()
            .get(path + "/versions?limit=2&cursor=" + page.get("nextCursor").asText())
            .expect(200)
            .json();
    assertThat(last.get("items")).hasSize(1);
    assertThat(last.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void aVersionIsReadWithItsModel() {
    String key = Names.unique("read");
    String path = published(key, "One", "Two");
    assertThat(designer().get(path + "/versions/1").expect(200).at("/bpmnXml"))
        .isEqualTo(Models.executable(key, "One"));
    assertThat(api.as("employee").get(path + "/versions/2").expect(200).at("/bpmnXml"))
        .isEqualTo(Models.executable(key, "Two"));
    designer().get(path + "/versions/3").expectProblem(404, "process-not-found");
    designer().get(path + "/versions/x").expectProblem(400, "wrong-type");
    api.otherAdmin().get(path + "/versions").expectProblem(404, "process-not-found");
    api.otherAdmin().get(path + "/versions/1").expectProblem(404, "process-not-found");
  }

  @Test
  void aRollbackPublishesTheOldContentAsANewVersion() {
    String key = Names.unique("back");
    String path = published(key, "One", "Two");
    Answer answer = designer().post(path + "/versions/1/rollback").expect(201);
    assertThat(answer.at("/version")).isEqualTo("3");
    assertThat(answer.at("/rolledBackTo")).isEqualTo("1");
    assertThat(answer.at("/changelog")).isEqualTo("Back to version 1");
    assertThat(answer.at("/detail")).contains("published as version 3");
    assertThat(answer.json().get("discardedDraftChanges").asBoolean()).isFalse();
    assertThat(designer().get(path).at("/bpmnXml")).isEqualTo(Models.executable(key, "One"));
    assertThat(designer().get(path + "/versions/3").at("/checksum"))
        .isEqualTo(designer().get(path + "/versions/1").at("/checksum"));
    designer().post(path + "/versions/9/rollback").expectProblem(404, "process-not-found");
  }

  @Test
  void aRollbackToWhatIsLatestOnlyReplacesTheDraftAndSaysSo() {
    String key = Names.unique("noop");
    String path = published(key, "One");
    designer()
        .with("If-Match", "*")
        .put(path, Map.of("bpmnXml", Models.executable(key, "Unfinished")))
        .expect(200);
    Answer answer = designer().post(path + "/versions/1/rollback").expect(200);
    assertThat(answer.at("/version")).isEqualTo("1");
    assertThat(answer.json().get("discardedDraftChanges").asBoolean()).isTrue();
    assertThat(designer().get(path).json().get("unpublishedChanges").asBoolean()).isFalse();
  }

  @Test
  void aVersionIsDeprecatedAndReinstated() {
    String path = published(Names.unique("old"), "One", "Two");
    Answer marked =
        designer()
            .post(path + "/versions/1/deprecate", Map.of("reason", "Use version 2"))
            .expect(200);
    assertThat(marked.at("/deprecated/reason")).isEqualTo("Use version 2");
    assertThat(marked.at("/deprecated/by")).isEqualTo("designer");
    assertThat(designer().get(path + "/versions").at("/items/1/deprecated/reason"))
        .isEqualTo("Use version 2");
    Answer back = designer().delete(path + "/versions/1/deprecate").expect(200);
    assertThat(back.json().get("deprecated").isNull()).isTrue();
    designer().post(path + "/versions/7/deprecate").expectProblem(404, "process-not-found");
    api.as("employee").post(path + "/versions/1/deprecate").expectProblem(403, "forbidden");
  }

  private String published(String key, String... tasks) {
    Answer made =
        designer()
            .post("/processes", Map.of("name", key, "bpmnXml", Models.executable(key, tasks[0])))
            .expect(201);
    String path = "/processes/" + made.at("/id");
    for (String task : tasks) {
      designer()
          .with("If-Match", "*")
          .put(path, Map.of("bpmnXml", Models.executable(key, task)))
          .expect(200);
      designer().post(path + "/publish", Map.of("changelog", task, "label", "L")).expect(201);
    }
    return path;
  }

  private Caller designer() {
    return api.as("designer", Roles.DESIGNER);
  }
}
