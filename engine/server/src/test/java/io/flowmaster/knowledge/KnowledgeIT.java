package io.flowmaster.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.TestModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class KnowledgeIT {
  private static final Map<String, Object> EVERYONE = Map.of("everyone", true);
  private final Api api;
  private final Caller admin;
  private final Caller ana;

  KnowledgeIT(Api api) {
    this.api = api;
    this.admin = api.admin();
    this.ana = api.as("ana");
  }

  @Test
  void whatIsBroughtIsFoundWithItsPlace() {
    String handbook = collection(EVERYONE);
    String text =
        "# Payment\n\n## Terms\n\nSupplier invoices are settled within thirty days.\n\n"
            + "## Penguins\n\nPenguins swim in cold water and eat fish.\n";
    JsonNode source = ready(bring(handbook, Map.of("content", text, "format", "MARKDOWN")));
    assertThat(source.path("title").asText()).isEqualTo("Payment");
    assertThat(source.path("language").asText()).isEqualTo("en");
    assertThat(source.path("prepared").asInt()).isEqualTo(2);
    JsonNode answer = ask(ana, "When do we pay the bills of suppliers?", handbook);
    assertThat(answer.get("answer").isNull()).isTrue();
    assertThat(answer.path("by").asText()).isEqualTo("PASSAGES");
    assertThat(answer.path("note").asText()).isNotBlank();
    JsonNode best = answer.at("/passages/0");
    assertThat(best.path("text").asText())
        .isEqualTo("Supplier invoices are settled within thirty days.");
    assertThat(best.path("section").asText()).isEqualTo("Payment > Terms");
    int start = best.at("/span/start").asInt();
    assertThat(text.substring(start, best.at("/span/end").asInt()))
        .isEqualTo(best.path("text").asText());
    assertThat(best.at("/highlights/0/end").asInt()).isEqualTo("Supplier".length());
    assertThat(best.path("score").asDouble()).isBetween(0.1, 1.0);
  }

  @Test
  void whoMayNotReadACollectionFindsNothingOfIt() {
    String word = Names.unique("salary");
    String secret = collection(Map.of("users", List.of("bob")));
    String text = "The " + word + " of the director is ninety thousand.";
    String path = bring(secret, Map.of("content", text)).header("Location");
    ready(path);
    String question = "What is the " + word + " of the director?";
    assertThat(ask(api.as("bob"), question, secret).path("passages")).hasSize(1);
    assertThat(ask(ana, question).toString()).doesNotContain(word);
    Map<String, Object> inside =
        Map.of("question", question, "filter", Map.of("collections", List.of(secret)));
    ana.post("/knowledge/query", inside).expectProblem(404, "knowledge-collection-not-found");
    ana.get(path).expectProblem(404, "knowledge-source-not-found");
    ana.get("/knowledge/collections/" + secret)
        .expectProblem(404, "knowledge-collection-not-found");
    assertThat(ana.get("/knowledge/collections?limit=200").text()).doesNotContain(secret);
    assertThat(api.as("bob").get("/knowledge/collections/" + secret).expect(200).text())
        .doesNotContain("bob");
    Answer read = admin.get("/knowledge/collections/" + secret).expect(200);
    Map<String, Object> open =
        Map.of("name", read.at("/name"), "access", Map.of("groups", List.of("staff")));
    admin.put("/knowledge/collections/" + secret, open).expectProblem(428, "if-match-required");
    admin
        .with("If-Match", read.header("ETag"))
        .put("/knowledge/collections/" + secret, open)
        .expect(200);
    assertThat(ask(ana, question, secret).path("passages")).hasSize(1);
    api.as("bob").post("/knowledge/query", inside).expect(200);
    api.otherAdmin()
        .post("/knowledge/query", inside)
        .expectProblem(404, "knowledge-collection-not-found");
    assertThat(ask(api.otherAdmin(), question).toString()).doesNotContain(word);
  }

  @Test
  void withoutEvidenceItSaysSo() {
    String recipes = collection(EVERYONE);
    ready(bring(recipes, Map.of("content", "Bread needs flour, water, salt and an hour.")));
    JsonNode answer = ask(ana, "Who won the chess championship of 1972?", recipes);
    assertThat(answer.get("answer").isNull()).isTrue();
    assertThat(answer.path("by").asText()).isEqualTo("NOTHING");
    assertThat(answer.path("passages")).isEmpty();
    assertThat(answer.path("note").asText()).contains("no evidence");
  }

  @Test
  void whatComesLaterWithTheSameKeyTakesItsPlaceAndWhatIsDeletedIsGone() {
    String rules = collection(EVERYONE);
    String question = "How many days of holiday are there?";
    String first =
        bring(rules, Map.of("key", "holiday", "content", "There are 25 days of holiday."))
            .header("Location");
    ready(first);
    assertThat(ask(ana, question, rules).at("/passages/0/text").asText()).contains("25");
    String second =
        bring(rules, Map.of("key", "holiday", "content", "There are 30 days of holiday."))
            .header("Location");
    ready(second);
    JsonNode now = ask(ana, question, rules).path("passages");
    assertThat(now).hasSize(1);
    assertThat(now.at("/0/text").asText()).contains("30");
    admin.get(first).expectProblem(404, "knowledge-source-not-found");
    ana.delete(second).expectProblem(403, "forbidden");
    admin.delete(second).expect(204);
    assertThat(ask(ana, question, rules).path("passages")).isEmpty();
    ready(bring(rules, Map.of("content", "There are 28 days of holiday.")));
    assertThat(ask(ana, question, rules).path("passages")).hasSize(1);
    admin.delete("/knowledge/collections/" + rules).expect(204);
    assertThat(ask(ana, question).toString()).doesNotContain("28 days of holiday");
  }

  @Test
  void aModelsStatementsRestOnPassagesOrAreLeftOut() {
    String travel = collection(EVERYONE);
    ready(bring(travel, Map.of("content", "Journeys by train are booked in second class.")));
    String question = "In which class are train journeys booked, " + Names.unique("q") + "?";
    TestModel.when(question)
        .says(
            "Train journeys are booked in second class [1]. Flights are paid by the moon [1]."
                + " Everything is free.");
    JsonNode answer = ask(ana, question, travel);
    assertThat(answer.path("by").asText()).as(answer.toString()).isEqualTo("MODEL");
    assertThat(answer.path("answer").asText())
        .isEqualTo("Train journeys are booked in second class [1].");
    assertThat(answer.path("note").asText()).contains("2");
    String lost = "Which class for train journeys, " + Names.unique("q") + "?";
    TestModel.when(lost).says("NO_ANSWER");
    assertThat(ask(ana, lost, travel).path("by").asText()).isEqualTo("PASSAGES");
  }

  @Test
  void aDocumentIsBroughtWithItsPagesAndTakesItsPassagesAlong() {
    String files = collection(EVERYONE);
    String word = Names.unique("gearbox");
    Answer uploaded =
        admin.upload(
            "/documents/upload",
            "manual.txt",
            ("The " + word + " is oiled every spring.").getBytes(StandardCharsets.UTF_8));
    String document = uploaded.expect(201).at("/id");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.get("/documents/" + document).at("/status").equals("READY"));
    ready(bring(files, Map.of("document", document)));
    JsonNode passage = ask(ana, "When is the " + word + " oiled?", files).path("passages").path(0);
    assertThat(passage.path("source").asText()).isEqualTo("manual.txt");
    assertThat(passage.path("page").asInt()).isEqualTo(1);
    assertThat(passage.path("document").asText()).isEqualTo(document);
    admin.delete("/documents/" + document).expect(204);
    assertThat(ask(ana, "When is the " + word + " oiled?", files).path("passages")).isEmpty();
  }

  @Test
  void filtersNarrowAndGermanWordsAreKnown() {
    String all = collection(EVERYONE);
    ready(
        bring(
            all,
            Map.of(
                "content",
                "Die Rechnungen der Lieferanten werden nach der Prüfung gebucht.",
                "attributes",
                Map.of("area", "finance"))));
    ready(bring(all, Map.of("content", "The invoices are booked.", "title", "English")));
    JsonNode german = ask(ana, "Wann wird eine Rechnung eines Lieferanten gebucht?", all);
    assertThat(german.at("/passages/0/text").asText()).startsWith("Die Rechnungen");
    Map<String, Object> filter =
        Map.of("collections", List.of(all), "attributes", Map.of("area", "finance"));
    JsonNode narrowed =
        ana.post("/knowledge/query", Map.of("question", "Rechnungen", "filter", filter))
            .expect(200)
            .json();
    assertThat(narrowed.path("passages")).hasSize(1);
    ana.post("/knowledge/query", Map.of("question", " ")).expect(422);
    ana.post("/knowledge/query", Map.of("question", "x", "topK", 51)).expect(422);
    admin
        .post("/knowledge/ingest", Map.of("collection", all, "content", " \n "))
        .expectProblem(422, "knowledge-content-refused");
  }

  @Test
  void feedbackIsListedAndMovesAPassageALittle() {
    String notes = collection(EVERYONE);
    ready(bring(notes, Map.of("content", "Stamps are in the blue drawer.")));
    JsonNode before = ask(ana, "Where are the stamps?", notes).at("/passages/0");
    Map<String, Object> good =
        Map.of("targetType", "passage", "targetId", before.path("id").asText(), "rating", 5);
    Answer given = ana.post("/api/v1/feedback", good).expect(201);
    JsonNode after = ask(ana, "Where are the stamps?", notes).at("/passages/0");
    assertThat(after.at("/ranking/feedback").asDouble()).isEqualTo(1.02);
    assertThat(after.path("score").asDouble()).isGreaterThan(before.path("score").asDouble());
    Map<String, Object> bad = new java.util.HashMap<>(good);
    bad.put("rating", 1);
    bad.put("correction", "They are in the red one.");
    assertThat(ana.post("/api/v1/feedback", bad).expect(200).at("/id")).isEqualTo(given.at("/id"));
    assertThat(
            ask(ana, "Where are the stamps?", notes).at("/passages/0/ranking/feedback").asDouble())
        .isEqualTo(0.98);
    JsonNode listed =
        admin
            .get("/api/v1/feedback?targetType=passage&mostRating=2&targetId=" + bad.get("targetId"))
            .expect(200)
            .json()
            .path("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/correction").asText()).isEqualTo("They are in the red one.");
    ana.get("/api/v1/feedback").expectProblem(403, "forbidden");
    api.otherAdmin().get(given.header("Location")).expectProblem(404, "feedback-not-found");
    ana.post("/api/v1/feedback", Map.of("targetType", "Passage!", "targetId", "1", "rating", 9))
        .expect(422);
  }

  private String collection(Map<String, Object> access) {
    return admin
        .post(
            "/knowledge/collections", Map.of("name", Names.unique("Collection"), "access", access))
        .expect(201)
        .at("/id");
  }

  private Answer bring(String collection, Map<String, Object> source) {
    Map<String, Object> body = new java.util.HashMap<>(source);
    body.put("collection", collection);
    return admin.post("/knowledge/ingest", body).expect(202);
  }

  private JsonNode ready(Answer brought) {
    return ready(brought.header("Location"));
  }

  private JsonNode ready(String path) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> admin.get(path).expect(200).json(),
            source -> source.path("status").asText().equals("READY"));
  }

  private static JsonNode ask(Caller caller, String question, String... collections) {
    return caller
        .post(
            "/knowledge/query",
            Map.of("question", question, "filter", Map.of("collections", collections)))
        .expect(200)
        .json();
  }
}
