package io.flowmaster.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@PlatformTest
class EventsIT {
  private static final String STRUCTURED = "application/cloudevents+json";
  private final Api api;
  private final Caller admin;
  private final Caller publisher;

  EventsIT(Api api) {
    this.api = api;
    admin = api.admin();
    publisher = api.as("erp", Roles.WORKER).with("Content-Type", STRUCTURED);
  }

  @Test
  void whatHappensToATaskIsToldInOrder() {
    String task = admin.post("/tasks", Map.of("name", "Told")).expect(201).at("/id");
    admin.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
    List<JsonNode> told = replay("subject=task/" + task);
    assertThat(told)
        .extracting(e -> e.path("type").asText())
        .containsExactly("task.created", "task.assigned");
    JsonNode created = told.get(0);
    assertThat(created.path("specversion").asText()).isEqualTo("1.0");
    assertThat(created.path("source").asText()).isEqualTo("urn:flowmaster:tasks");
    assertThat(created.path("tenantid").asText()).isEqualTo("demo");
    assertThat(created.path("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(created.at("/data/name").asText()).isEqualTo("Told");
    assertThat(Instant.parse(created.path("time").asText()))
        .isEqualTo(Instant.parse(created.at("/data/at").asText()));
    assertThat(api.otherAdmin().get("/events/replay?subject=task/" + task).expect(200).text())
        .doesNotContain(task);
  }

  @Test
  void replayFindsByTimeAndTypeAndPagesWithoutGaps() {
    String subject = "order/" + Names.unique("o");
    List<Map<String, Object>> batch = new ArrayList<>();
    IntStream.range(0, 7)
        .forEach(i -> batch.add(event(Names.unique("e"), Map.of("subject", subject, "data", i))));
    Instant before = Instant.now().minusSeconds(60);
    publisher
        .with("Content-Type", "application/cloudevents-batch+json")
        .post("/events", batch)
        .expect(202);
    List<Integer> seen = new ArrayList<>();
    String cursor = "";
    do {
      Answer page =
          admin
              .get("/events/replay?limit=3&types=com.exam*.p*d&subject=" + subject + cursor)
              .expect(200);
      page.json().path("items").forEach(e -> seen.add(e.path("data").asInt()));
      cursor = page.json().path("nextCursor").isNull() ? "" : "&cursor=" + page.at("/nextCursor");
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(replay("types=task.*&subject=" + subject)).isEmpty();
    assertThat(replay("from=" + before + "&subject=" + subject)).hasSize(7);
    assertThat(replay("to=" + before + "&subject=" + subject)).isEmpty();
    admin.get("/events/replay?types=a%20b").expectProblem(422, "invalid-types");
    admin.get("/events/replay?from=%2B999999999-12-31T23:59:59Z").expect(422);
    admin.get("/events/replay?cursor=x").expect(422);
  }

  @Test
  void anEventThatCameBeforeIsToldOnce() {
    String id = Names.unique("twice");
    for (int i = 0; i < 2; i++) {
      Answer answer = publisher.post("/events", event(id, Map.of("subject", id))).expect(202);
      assertThat(answer.at("/id")).isEqualTo(id);
    }
    List<JsonNode> told = replay("subject=" + id);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).path("id").asText()).isEqualTo(id);
    assertThat(told.get(0).path("source").asText()).isEqualTo("/erp");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(admin.get("/audit?subject=event/" + id).json().path("items"))
                    .hasSize(1));
  }

  @Test
  void binaryModeKeepsWhatTheHeadersSay() {
    String id = Names.unique("binary");
    Caller binary =
        publisher
            .with("ce-specversion", "1.0")
            .with("ce-id", id)
            .with("ce-source", "/erp")
            .with("ce-type", "com.example.note")
            .with("ce-subject", id)
            .with("ce-comexampleplace", "K%C3%B6ln")
            .with("ce-time", "2026-01-31T10:00:00+01:00");
    binary.with("Content-Type", "text/plain").post("/events", "Guten Tag").expect(202);
    JsonNode told = replay("subject=" + id).get(0);
    assertThat(told.path("comexampleplace").asText()).isEqualTo("Köln");
    assertThat(told.path("time").asText()).isEqualTo("2026-01-31T09:00:00Z");
    assertThat(told.path("data").asText()).isEqualTo("Guten Tag");
    assertThat(told.path("datacontenttype").asText()).isEqualTo("text/plain");
    binary
        .with("ce-id", id + "2")
        .with("Content-Type", "application/octet-stream")
        .post("/events", "abc")
        .expect(202);
    assertThat(replay("subject=" + id).get(1).path("data_base64").asText()).isEqualTo("YWJj");
  }

  @Test
  void whatIsNoEventIsRefusedWithPointers() {
    Answer refused =
        publisher
            .post("/events", Map.of("specversion", "0.3", "id", "", "type", "a b", "Bad", 1))
            .expectProblem(422, "invalid-event");
    assertThat(refused.json().path("errors").findValuesAsText("pointer"))
        .contains("/specversion", "/id", "/source", "/type", "/Bad");
    assertThat(
            publisher
                .post("/events", event("x", Map.of("type", "task.created")))
                .expectProblem(422, "invalid-event")
                .at("/errors/0/pointer"))
        .isEqualTo("/type");
    publisher
        .post("/events", event("x", Map.of("source", "urn:flowmaster:tasks")))
        .expectProblem(422, "invalid-event");
    publisher.post("/events", "{").expectProblem(400, "malformed-request");
    publisher.post("/events", "").expectProblem(400, "malformed-request");
    publisher.post("/events", "[1]").expectProblem(422, "invalid-event");
    publisher.post("/events", "[".repeat(5000)).expect(400);
    publisher.post("/events", "{\"a\":".repeat(150) + "1" + "}".repeat(150)).expect(400);
    publisher
        .post("/events", event("x", Map.of("data", "x".repeat(1_100_000))))
        .expectProblem(413, "event-too-large");
    publisher
        .post("/events", event("x", Map.of("time", "yesterday", "data", 1, "data_base64", "é")))
        .expectProblem(422, "invalid-event");
    publisher
        .with("Content-Type", "application/cloudevents-batch+json")
        .post("/events", List.of(event("ok" + Names.unique("b"), Map.of()), Map.of()))
        .expectProblem(422, "invalid-event");
    api.as("employee").post("/events", event("x", Map.of())).expect(403);
  }

  @Test
  void aRegisteredSchemaIsKeptToAndGrowsCompatibly() {
    String type = "com.example." + Names.unique("paid");
    Map<String, Object> amount = Map.of("amount", Map.of("type", "number", "minimum", 0));
    Answer first = register(type, object(amount, "amount")).expect(201);
    assertThat(first.header("Location")).isEqualTo("/events/schemas/" + type);
    assertThat(first.json().path("version").asInt()).isEqualTo(1);
    Answer refused =
        publisher
            .post("/events", event("x", Map.of("type", type, "data", Map.of("amount", -1))))
            .expectProblem(422, "invalid-event");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/data/amount");
    publisher.post("/events", event("x", Map.of("type", type))).expect(422);
    String id = Names.unique("fits");
    publisher
        .post("/events", event(id, Map.of("type", type, "data", Map.of("amount", 1))))
        .expect(202);

    Answer breaks =
        register(type, object(Map.of("amount", Map.of("type", "integer")), "amount", "currency"))
            .expectProblem(409, "schema-incompatible");
    assertThat(breaks.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/schema/properties/amount/type", "/schema/required");
    Map<String, Object> more = new HashMap<>(amount);
    more.put("currency", Map.of("type", "string"));
    assertThat(register(type, object(more, "amount")).expect(201).json().path("version").asInt())
        .isEqualTo(2);
    assertThat(register(type, object(more, "amount")).expect(201).json().path("version").asInt())
        .as("the same again")
        .isEqualTo(2);
    Caller employee = api.as("employee");
    assertThat(
            employee
                .get("/events/schemas/" + type + "?version=1")
                .expect(200)
                .json()
                .at("/schema/properties")
                .has("currency"))
        .isFalse();
    employee
        .get("/events/schemas/" + type + "?version=9")
        .expectProblem(404, "event-schema-not-found");
    api.otherAdmin().get("/events/schemas/" + type).expectProblem(404, "event-schema-not-found");
    assertThat(admin.get("/events/schemas?owner=TENANT&limit=200").expect(200).text())
        .contains(type);
  }

  @Test
  void aSchemaThatNeverEndsDoesNoHarm() {
    String type = "com.example." + Names.unique("bomb");
    refusedSchema(type, Map.of("$ref", "#"));
    refusedSchema(type, Map.of("$ref", "https://example.com/schema.json"));
    refusedSchema(type, Map.of("$defs", Map.of("a", Map.of("$ref", "#/$defs/a"))));
    refusedSchema(type, Map.of("type", "nothing"));
    refusedSchema(type, Map.of("$id", "file:///etc/passwd"));
    refusedSchema(type, Map.of("description", "x".repeat(70_000)));
    refusedSchema(type, Map.of("pattern", "("));
    refusedSchema(type, List.of());
    Map<String, Object> laughs = new HashMap<>();
    for (int i = 0; i < 25; i++) {
      Map<String, String> next = Map.of("$ref", "#/$defs/d" + (i + 1));
      laughs.put("d" + i, Map.of("allOf", List.of(next, next)));
    }
    laughs.put("d25", Map.of("type", "string"));
    refusedSchema(type, Map.of("$defs", laughs, "$ref", "#/$defs/d0"));
    register("task.created", Map.of()).expectProblem(422, "invalid-event-schema");
    register(type, Map.of("type", "string", "pattern", "^(a+)+$")).expect(201);
    assertThat(
            publisher
                .post("/events", event("x", Map.of("type", type, "data", "a".repeat(5000) + "!")))
                .expectProblem(422, "invalid-event")
                .at("/errors/0/detail"))
        .contains("too long");
  }

  @Test
  void theOwnTypesAreDescribed() {
    Answer document = api.as("employee").get("/events/asyncapi").expect(200);
    assertThat(document.at("/asyncapi")).isEqualTo("3.0.0");
    JsonNode message = document.json().at("/components/messages/task.created");
    assertThat(message.path("summary").asText()).isNotBlank();
    assertThat(message.at("/payload/properties/data/properties/name/type").asText())
        .isEqualTo("string");
    JsonNode schema = admin.get("/events/schemas/task.created").expect(200).json();
    assertThat(schema.path("owner").asText()).isEqualTo("PLATFORM");
    assertThat(schema.at("/schema/required").toString())
        .contains("\"task\"")
        .doesNotContain("assignee");
    Answer page = admin.get("/events/schemas?limit=2").expect(200);
    assertThat(page.json().path("items")).hasSize(2);
    Answer next = admin.get("/events/schemas?limit=2&cursor=" + page.at("/nextCursor"));
    assertThat(next.expect(200).at("/items/0/type")).isGreaterThan(page.at("/items/1/type"));
  }

  private void refusedSchema(String type, Object schema) {
    register(type, schema).expectProblem(422, "invalid-event-schema");
  }

  private Answer register(String type, Object schema) {
    return admin.post("/events/schemas", Map.of("type", type, "schema", schema));
  }

  private static Map<String, Object> object(Map<String, Object> properties, String... required) {
    return Map.of("type", "object", "properties", properties, "required", List.of(required));
  }

  private List<JsonNode> replay(String query) {
    List<JsonNode> events = new ArrayList<>();
    admin
        .get("/events/replay?limit=200&" + query)
        .expect(200)
        .json()
        .path("items")
        .forEach(events::add);
    return events;
  }

  private static Map<String, Object> event(String id, Map<String, ?> members) {
    Map<String, Object> event = new HashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", "/erp");
    event.put("type", "com.example.paid");
    event.putAll(members);
    return event;
  }
}
