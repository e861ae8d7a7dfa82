package io.flowmaster.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.TestModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class PromptsIT {
  private final Caller admin;
  private final Caller other;

  PromptsIT(Api api) {
    this.admin = api.admin();
    this.other = api.otherAdmin();
  }

  private Answer prompt(String template) {
    return admin
        .post("/prompts", Map.of("name", Names.unique("prompt"), "template", template))
        .expect(201);
  }

  private String add(String path, String template) {
    return admin.post(path + "/versions", Map.of("template", template)).expect(201).at("/version");
  }

  private Answer render(String path, Map<String, ?> body) {
    return admin.post(path + "/render", body);
  }

  @Test
  void versionsNeverChangeAndLabelsSayWhichIsUsed() {
    Answer made = prompt("Hello {{who}}");
    String path = made.header("Location");
    assertThat(made.at("/latestVersion")).isEqualTo("1");
    admin.put(path + "/labels/production", Map.of("version", 1)).expect(200);
    assertThat(add(path, "Hello {{who}}\nBe brief.")).isEqualTo("2");
    Map<String, ?> ana = Map.of("who", "Ana");
    assertThat(render(path, Map.of("variables", ana)).expect(200).at("/text"))
        .isEqualTo("Hello Ana");
    assertThat(render(path, Map.of("variables", ana, "version", 2)).at("/text"))
        .isEqualTo("Hello Ana\nBe brief.");
    render(path, Map.of("variables", ana, "label", "staging"))
        .expectProblem(404, "prompt-not-found");
    JsonNode moved = admin.put(path + "/labels/production", Map.of("version", 2)).json();
    assertThat(moved.at("/labels/production").asInt()).isEqualTo(2);
    JsonNode diff = admin.get(path + "/versions/1/diff/2").expect(200).json();
    assertThat(diff.path("lines").findValuesAsText("kind")).containsExactly("BOTH", "ADDED");
    assertThat(admin.get(path + "/versions").json().path("items").findValuesAsText("version"))
        .containsExactly("2", "1");
    admin
        .put(path + "/labels/production", Map.of("version", 3))
        .expectProblem(404, "prompt-not-found");
    admin.delete(path + "/labels/production").expect(204);
  }

  @Test
  void variablesAreStrictAndPartialsIncluded() {
    Answer tone = prompt("Be {{how}}.");
    Answer made = prompt("{{> " + tone.at("/name") + "}} {{^loud}}Whisper.{{/loud}}{{who}}{{how}}");
    String path = made.header("Location");
    assertThat(
            render(path, Map.of("variables", Map.of("how", "kind", "loud", true, "who", "Ana")))
                .expect(200)
                .at("/text"))
        .isEqualTo("Be kind. Anakind");
    Answer missing = render(path, Map.of("variables", Map.of("how", "kind", "more", 1)));
    missing.expectProblem(422, "unfit-variables");
    assertThat(missing.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/variables/loud", "/variables/who", "/variables/more");
    admin
        .post("/prompts", Map.of("name", Names.unique("p"), "template", "{{> nobody}}"))
        .expectProblem(422, "invalid-prompt");
    admin
        .post(path + "/versions", Map.of("template", "{{a}}", "variables", List.of()))
        .expectProblem(422, "invalid-prompt");
    admin
        .post("/prompts", Map.of("name", made.at("/name"), "template", "x"))
        .expectProblem(409, "prompt-taken");
  }

  @Test
  void aLabelGoesOnlyToWhatPassedItsTests() {
    String path = prompt("You work for {{customer}}.").header("Location");
    Map<String, ?> set =
        Map.of(
            "name",
            "Names the customer",
            "target",
            "RENDERED",
            "gates",
            List.of("production"),
            "cases",
            List.of(
                Map.of(
                    "name", "Acme",
                    "variables", Map.of("customer", "Acme"),
                    "checks",
                        List.of(
                            Map.of("kind", "CONTAINS", "value", "ACME"),
                            Map.of("kind", "AT_MOST", "value", "40"),
                            Map.of("kind", "MATCHES", "value", "for \\w+\\.$")))));
    Answer made = admin.post(path + "/test-sets", set).expect(201);
    String runs = made.header("Location") + "/runs";
    Answer refused = admin.put(path + "/labels/production", Map.of("version", 1));
    refused.expectProblem(409, "prompt-not-proven");
    assertThat(refused.text()).contains("Names the customer");
    assertThat(admin.post(runs, Map.of("version", 1)).expect(200).at("/passed")).isEqualTo("true");
    admin.put(path + "/labels/production", Map.of("version", 1)).expect(200);
    add(path, "You work for a customer: {{customer}}");
    JsonNode failed = admin.post(runs, Map.of("version", 2)).expect(200).json();
    assertThat(failed.path("passed").asBoolean()).isFalse();
    assertThat(failed.at("/cases/0/failures/0").asText()).startsWith("does not match");
    admin
        .put(path + "/labels/production", Map.of("version", 2))
        .expectProblem(409, "prompt-not-proven");
    admin.put(path + "/labels/staging", Map.of("version", 2)).expect(200);
    admin.with("If-Match", made.header("ETag")).put(made.header("Location"), set).expect(200);
    assertThat(admin.get(runs).json().at("/items/0/current").asBoolean()).isFalse();
    admin.delete(path + "/labels/production").expect(204);
    admin
        .put(path + "/labels/production", Map.of("version", 1))
        .expectProblem(409, "prompt-not-proven");
  }

  @Test
  void aTestSetMayLookAtWhatAModelAnswers() {
    String word = Names.unique("tariff");
    TestModel.when(word).says("It goes to 4711.").says("No idea.");
    String path = prompt("You know the " + word + ".").header("Location");
    Map<String, ?> set =
        Map.of(
            "name",
            "Answers",
            "target",
            "ANSWERED",
            "minScore",
            0.5,
            "cases",
            List.of(
                Map.of(
                    "name", "Invoice",
                    "input", "Where does it go?",
                    "checks", List.of(Map.of("kind", "CONTAINS", "value", "4711"))),
                Map.of(
                    "name", "Credit note",
                    "input", "And this?",
                    "checks", List.of(Map.of("kind", "LACKS", "value", "no idea")))));
    String runs = admin.post(path + "/test-sets", set).expect(201).header("Location") + "/runs";
    JsonNode run = admin.post(runs, Map.of("version", 1)).expect(200).json();
    assertThat(run.path("score").asDouble()).isEqualTo(0.5);
    assertThat(run.path("passed").asBoolean()).isTrue();
    assertThat(TestModel.requests(word).get(0).at("/messages/0/role").asText()).isEqualTo("system");
  }

  @Test
  void twoVersionsAreComparedUnderALabel() {
    String path = prompt("One").header("Location");
    add(path, "Two");
    admin.put(path + "/labels/production", Map.of("version", 1)).expect(200);
    Map<String, ?> trial = Map.of("label", "production", "challenger", 2, "share", 50);
    Answer begun = admin.post(path + "/trials", trial).expect(201);
    String at = begun.header("Location");
    admin.post(path + "/trials", trial).expectProblem(409, "prompt-trial-running");
    admin
        .put(path + "/labels/production", Map.of("version", 2))
        .expectProblem(409, "prompt-trial-running");
    int challengers = 0;
    for (int i = 0; i < 40; i++) {
      Map<String, ?> ask = Map.of("label", "production", "subject", "task-" + i);
      JsonNode first = render(path, ask).expect(200).json();
      assertThat(render(path, ask).json()).isEqualTo(first);
      assertThat(first.path("trial").asText()).isEqualTo(begun.at("/id"));
      challengers += first.path("version").asInt() - 1;
      double score = first.path("version").asInt() == 2 ? 0.9 - i % 2 * 0.1 : 0.2 + i % 2 * 0.1;
      admin
          .post(at + "/results", Map.of("version", first.path("version").asInt(), "score", score))
          .expect(200);
    }
    assertThat(challengers).isBetween(5, 35);
    JsonNode read = admin.get(at).expect(200).json();
    assertThat(read.at("/present/results").asInt() + read.at("/challenger/results").asInt())
        .isEqualTo(40);
    assertThat(read.at("/challenger/mean").asDouble())
        .isGreaterThan(read.at("/present/mean").asDouble());
    admin.post(at + "/results", Map.of("version", 3, "score", 1)).expect(422);
    admin.post(at + "/end", Map.of("adopt", true)).expect(200);
    assertThat(admin.get(path).json().at("/labels/production").asInt()).isEqualTo(2);
    assertThat(render(path, Map.of()).json().path("trial").isNull()).isTrue();
  }

  @Test
  void aPromptIsItsTenantsAndChangesByRevision() {
    Answer made = prompt("Mine");
    String path = made.header("Location");
    other.get(path).expectProblem(404, "prompt-not-found");
    other.post(path + "/render", Map.of()).expectProblem(404, "prompt-not-found");
    other.get(path + "/versions/1").expectProblem(404, "prompt-not-found");
    other.get(path + "/versions").expectProblem(404, "prompt-not-found");
    other.get(path + "/test-sets").expectProblem(404, "prompt-not-found");
    Map<String, ?> change = Map.of("name", Names.unique("renamed"), "description", "New");
    admin.put(path, change).expectProblem(428, "if-match-required");
    Answer changed = admin.with("If-Match", made.header("ETag")).put(path, change).expect(200);
    admin
        .with("If-Match", made.header("ETag"))
        .put(path, change)
        .expectProblem(412, "stale-version");
    assertThat(admin.get("/prompts?q=renamed&count=true").json().path("total").asInt())
        .isPositive();
    admin.with("If-Match", changed.header("ETag")).delete(path).expect(204);
    admin.get(path).expectProblem(404, "prompt-not-found");
  }
}
