package io.flowmaster.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class ProcessTogetherIT {
  private final Api api;
  private final SettableClock clock;
  private final Caller ana;
  private final Caller ben;

  ProcessTogetherIT(Api api, SettableClock clock) {
    this.api = api;
    this.clock = clock;
    ana = api.as("ana", Roles.DESIGNER);
    ben = api.as("ben", Roles.DEVELOPER);
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void commentsStayWhenAVersionIsPublished() {
    String path = process();
    String first = comment(path, "Task_1", "Who approves?").at("/id");
    comment(path, "Task_2", "Too slow");
    ana.post(path + "/publish", Map.of()).expect(201);
    JsonNode page = ben.get(path + "/comments?limit=1&count=true").expect(200).json();
    assertThat(page.at("/items/0/id").asText()).isEqualTo(first);
    assertThat(page.at("/items/0/author").asText()).isEqualTo("ana");
    assertThat(page.at("/total").asInt()).isEqualTo(2);
    assertThat(
            ben.get(path + "/comments?cursor=" + page.at("/nextCursor").asText())
                .at("/items/0/message"))
        .isEqualTo("Too slow");
    assertThat(ben.get(path + "/comments?element=Task_2").json().get("items")).hasSize(1);
  }

  @Test
  void aCommentIsSettledByAnybodyAndOpenedAgain() {
    String path = process();
    String comment = path + "/comments/" + comment(path, "Task_1", "Why?").at("/id");
    assertThat(ben.put(comment + "/resolve").expect(200).at("/resolvedBy")).isEqualTo("ben");
    assertThat(ana.put(comment + "/resolve").expect(200).at("/resolvedBy"))
        .as("it was settled already")
        .isEqualTo("ben");
    assertThat(ana.get(path + "/comments?resolved=false").json().get("items")).isEmpty();
    assertThat(ana.get(path + "/comments?resolved=true").json().get("items")).hasSize(1);
    assertThat(ana.put(comment + "/reopen").expect(200).json().get("resolvedAt").isNull()).isTrue();
    List<String> told =
        api.admin()
            .get("/audit?subject=process/" + path.substring("/processes/".length()))
            .expect(200)
            .json()
            .findValuesAsText("action");
    assertThat(told).contains("ProcessCommented", "CommentResolved", "CommentReopened");
  }

  @Test
  void onlyTheAuthorAndAdministratorsDelete() {
    String path = process();
    String mine = path + "/comments/" + comment(path, "Task_1", "Mine").at("/id");
    ben.delete(mine).expectProblem(403, "process-comment-not-yours");
    ana.delete(mine).expect(204);
    ana.delete(mine).expectProblem(404, "process-comment-not-found");
    String other = path + "/comments/" + comment(path, "Task_1", "Mine").at("/id");
    api.admin().delete(other).expect(204);
  }

  @Test
  void commentsAreBoundedAndTheTenantsOwn() {
    String path = process();
    ana.post(path + "/comments", Map.of("element", "Task_1", "message", " "))
        .expectProblem(422, "invalid-input");
    ana.post(path + "/comments", Map.of("element", "Task_1", "message", "x".repeat(4001)))
        .expectProblem(422, "invalid-input");
    ana.post(path + "/comments", Map.of("element", "x".repeat(256), "message", "x"))
        .expectProblem(422, "invalid-input");
    String comment = path + "/comments/" + comment(path, "Task_1", "Secret").at("/id");
    Caller other = api.otherAdmin();
    other.get(path + "/comments").expectProblem(404, "process-not-found");
    other.put(comment + "/resolve").expectProblem(404, "process-not-found");
    other.delete(comment).expectProblem(404, "process-not-found");
    api.as("employee", Roles.EMPLOYEE).get(path + "/comments").expectProblem(403, "forbidden");
    String elsewhere = process() + "/comments/" + comment.substring(comment.lastIndexOf('/') + 1);
    ana.put(elsewhere + "/resolve").expectProblem(404, "process-comment-not-found");
  }

  @Test
  void anArchivedProcessTakesNoComments() {
    String path = process();
    ana.delete(path).expect(204);
    ana.post(path + "/comments", Map.of("element", "Task_1", "message", "late"))
        .expectProblem(409, "process-archived");
  }

  @Test
  void whoHasItOpenIsSeenForAMinute() {
    String path = process() + "/presence";
    assertThat(ana.put(path).expect(200).json().get("items")).isEmpty();
    Answer seen = ben.put(path).expect(200);
    assertThat(seen.json().get("items")).hasSize(1);
    assertThat(seen.at("/items/0/id")).isEqualTo("ana");
    clock.forward(Duration.ofSeconds(40));
    ana.put(path).expect(200);
    clock.forward(Duration.ofSeconds(30));
    assertThat(ana.put(path).json().get("items")).as("ben was silent").isEmpty();
    assertThat(ben.put(path).json().get("items")).hasSize(1);
    ben.delete(path).expect(204);
    assertThat(ana.put(path).json().get("items")).as("ben has left").isEmpty();
    api.otherAdmin().put(path).expectProblem(404, "process-not-found");
    api.otherAdmin().delete(path).expectProblem(404, "process-not-found");
  }

  @Test
  void whatAPersonWroteIsErasedWithThePerson() {
    String person = Names.unique("gone");
    api.admin()
        .post("/users", Map.of("id", person, "name", "Gone Person", "roles", List.of("designer")))
        .expect(201);
    String path = process();
    Map<String, String> comment = Map.of("element", "Task_1", "message", "In my own words");
    api.as(person, Roles.DESIGNER).post(path + "/comments", comment).expect(201);
    comment(path, "Task_1", "Ask Gone Person");
    api.as(person, Roles.DESIGNER).put(path + "/presence").expect(200);
    String pseudonym =
        api.admin().post("/audit/erasures", Map.of("person", person)).expect(201).at("/pseudonym");
    String left = ana.get(path + "/comments").expect(200).text();
    assertThat(left)
        .contains("(erased)", "Ask " + pseudonym)
        .doesNotContain("own words", "Gone Person");
    assertThat(ana.put(path + "/presence").json().get("items")).isEmpty();
    assertThat(
            api.admin()
                .get("/audit?subject=process/" + path.substring("/processes/".length()))
                .text())
        .doesNotContain("own words");
  }

  @Test
  void aProcessLiesInAFolder() {
    String top = Names.unique("Folder");
    String path = process();
    move(path, " " + top + " / Payables/").expect(200);
    assertThat(ana.get(path).at("/folder")).isEqualTo(top + "/Payables");
    ana.post("/processes", Map.of("name", Names.unique("in"), "folder", top)).expect(201);
    assertThat(names(top)).hasSize(1);
    assertThat(names(top + "%2FPayables")).hasSize(1);
    JsonNode folders = ana.get("/processes/folders?limit=200&count=true").expect(200).json();
    assertThat(folders.findValuesAsText("path"))
        .contains(top, top + "/Payables")
        .doesNotContain("");
    assertThat(folders.get("total").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(api.otherAdmin().get("/processes/folders?limit=200").text()).doesNotContain(top);

    move(path, "").expect(200);
    assertThat(names("")).isNotEmpty();
    assertThat(ana.get("/processes/folders?limit=200").json().findValuesAsText("path"))
        .doesNotContain(top + "/Payables");
    for (String wrong : List.of("..", "a/../b", "a\\\\b", "a/".repeat(9), "x".repeat(65), "a\nb")) {
      move(path, wrong).expectProblem(422, "invalid-folder");
    }
    ana.get("/processes?folder=..").expectProblem(422, "invalid-folder");
  }

  private JsonNode names(String folder) {
    return ana.get("/processes?folder=" + folder).expect(200).json().get("items");
  }

  private Answer move(String path, String folder) {
    return ana.with("If-Match", "*").put(path, Map.of("folder", folder));
  }

  private Answer comment(String path, String element, String message) {
    return ana.post(path + "/comments", Map.of("element", element, "message", message)).expect(201);
  }

  private String process() {
    return "/processes/"
        + ana.post("/processes", Map.of("name", Names.unique("Together"))).expect(201).at("/id");
  }
}
