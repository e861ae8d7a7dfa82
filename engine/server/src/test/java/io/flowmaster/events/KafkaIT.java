package io.flowmaster.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.RestartableBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The bus beside a real broker, which goes away and comes back. */
@PlatformTest
@Tag("own-engine")
class KafkaIT {
  private static final String PROCESS = "ordered-by-kafka";
  private static final String TOLD = "flowmaster.demo";
  private static final RestartableBroker BROKER =
      new RestartableBroker(TOLD, "flowmaster.other", "orders", "notes", "demo.wallboard");
  private final Caller admin;
  private final Caller publisher;

  KafkaIT(Api api) {
    admin = api.admin();
    publisher = api.as("erp", Roles.WORKER).with("Content-Type", "application/cloudevents+json");
  }

  @BeforeEach
  void process() {
    Answer made = admin.post("/processes", Map.of("name", "Ordered", "key", PROCESS));
    if (made.status() == 201) {
      admin.post("/processes/" + made.at("/id") + "/publish", Map.of()).expect(201);
    }
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    String kafka = "flowmaster.events.kafka.";
    settings.add(kafka + "bootstrap-servers", BROKER::address);
    settings.add(kafka + "topic", () -> "flowmaster.{tenant}");
    settings.add(kafka + "sink-topics", () -> "{tenant}.*");
    settings.add(kafka + "properties.client.rack", () -> "a-secret-of-the-operator");
    settings.add(kafka + "intake[0].topic", () -> "orders");
    settings.add(kafka + "intake[0].tenant", () -> "demo");
    settings.add(kafka + "intake[0].message.process-key", () -> PROCESS);
    settings.add(kafka + "intake[0].message.business-key", () -> "data.order");
    settings.add(kafka + "intake[0].message.variables.amount", () -> "data.amount");
    settings.add(kafka + "intake[1].topic", () -> "notes");
    settings.add(kafka + "intake[1].tenant", () -> "demo");
    settings.add(kafka + "intake[1].type", () -> "com.example.note");
  }

  @AfterAll
  static void stop() {
    BROKER.close();
  }

  @Test
  void whatHappensIsToldOnceInTheOrderOfEachSubjectThoughTheBrokerGoesAway() {
    String before = Names.unique("before");
    publish(before, 0, 20);
    await(() -> assertThat(told(before)).hasSize(20));
    ConsumerRecord<String, String> first = told(before).get(0);
    assertThat(first.key()).isEqualTo(before);
    assertThat(header(first, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(first, "ce_type")).isEqualTo("com.example.counted");
    assertThat(header(first, "ce_tenantid")).isEqualTo("demo");
    assertThat(header(first, "content-type")).isEqualTo("application/json");
    assertThat(first.value()).isEqualTo("{\"n\":0}");

    BROKER.stop();
    String during = Names.unique("during");
    publish(during, 0, 150);
    await(() -> assertThat(health()).containsEntry("status", "DOWN"));
    assertThat((Integer) ((Map<?, ?>) health().get("details")).get("behind"))
        .isGreaterThanOrEqualTo(150);
    publish(during, 150, 160);
    BROKER.startAgain();

    await(() -> assertThat(distinct(told(during))).hasSize(160));
    assertThat(distinct(told(during)))
        .containsExactlyElementsOf(
            IntStream.range(0, 160).mapToObj(n -> "{\"n\":" + n + "}").toList());
    assertThat(distinct(told(before))).hasSize(20);
    await(() -> assertThat(health()).containsEntry("status", "UP"));
    assertThat(admin.get("/settings").text()).doesNotContain("a-secret-of-the-operator");
  }

  @Test
  void aRecordStartsAProcessOnceHoweverOftenItComes() {
    String order = Names.unique("order");
    Map<String, String> headers =
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", order,
            "ce_source", "/shop",
            "ce_type", "com.example.ordered",
            "content-type", "application/json");
    String value = "{\"order\":\"" + order + "\",\"amount\":7}";
    for (int i = 0; i < 3; i++) {
      BROKER.write("orders", order, value, headers);
    }
    String marker = Names.unique("after");
    BROKER.write("orders", marker, "{}", Map.of());
    await(() -> assertThat(dead(marker)).isEmpty());
    await(() -> assertThat(started(order)).hasSize(1));
    assertThat(started(order).get(0).path("processKey").asText()).isEqualTo(PROCESS);
    assertThat(admin.get("/events/replay?types=com.example.ordered").text()).contains(order);
    await(() -> assertThat(told("/shop", order)).hasSize(1));
  }

  @Test
  void whatCannotBeTakenInWaitsUntilItCanAndHoldsUpNothing() {
    String order = Names.unique("poison");
    String structured = "application/cloudevents+json; charset=UTF-8";
    BROKER.write("orders", order, "{\"specversion\":\"0.3\"}", Map.of("content-type", structured));
    BROKER.write(
        "orders",
        order,
        "{\"specversion\":\"1.0\",\"id\":\""
            + order
            + "\",\"source\":\"/shop\",\"type\":\"o\","
            + "\"data\":{\"order\":\""
            + order
            + "\",\"amount\":1}}",
        Map.of("content-type", structured));
    await(() -> assertThat(started(order)).hasSize(1));
    await(
        () -> assertThat(records()).anyMatch(r -> r.at("/reason").asText().contains("It is 1.0")));
    JsonNode dead =
        records().stream()
            .filter(r -> r.at("/reason").asText().contains("It is 1.0"))
            .findFirst()
            .orElseThrow();
    assertThat(dead.path("topic").asText()).isEqualTo("orders");
    String path = "/events/dead-letters/" + dead.path("id").asText() + "/redeliver";
    admin.post(path).expectProblem(422, "invalid-event");
    publisher.post(path).expect(403);
    assertThat(records())
        .filteredOn(r -> r.path("id").equals(dead.path("id")))
        .singleElement()
        .satisfies(r -> assertThat(r.path("attempts").asInt()).isEqualTo(2));
    admin.post("/events/dead-letters/x/redeliver").expectProblem(404, "dead-record-not-found");
  }

  @Test
  void aPlainRecordIsAnEventOfTheTypeThatItsTopicHas() {
    String note = Names.unique("note");
    BROKER.write("notes", "k", "{\"text\":\"" + note + "\"}", Map.of());
    await(
        () -> assertThat(admin.get("/events/replay?types=com.example.note").text()).contains(note));
  }

  @Test
  void aSubscriptionWritesToTheTopicsOfItsTenantAlone() {
    Map<String, Object> wish =
        Map.of(
            "types", List.of("com.example.counted"),
            "sink", Map.of("kafka", Map.of("topic", "demo.wallboard")));
    String id = admin.post("/subscriptions", wish).expect(201).at("/id");
    String subject = Names.unique("wall");
    publish(subject, 0, 3);
    await(
        () ->
            assertThat(BROKER.read("demo.wallboard"))
                .filteredOn(entry -> subject.equals(entry.key()))
                .extracting(ConsumerRecord::value)
                .containsExactly("{\"n\":0}", "{\"n\":1}", "{\"n\":2}"));
    admin.delete("/subscriptions/" + id).expect(204);
    admin
        .post(
            "/subscriptions",
            Map.of(
                "types", List.of("*"), "sink", Map.of("kafka", Map.of("topic", "other.wallboard"))))
        .expectProblem(422, "invalid-sink");
  }

  private void publish(String subject, int from, int to) {
    publisher
        .with("Content-Type", "application/cloudevents-batch+json")
        .post(
            "/events",
            IntStream.range(from, to)
                .mapToObj(
                    n ->
                        Map.of(
                            "specversion",
                            "1.0",
                            "id",
                            subject + "-" + n,
                            "source",
                            "/counter",
                            "type",
                            "com.example.counted",
                            "subject",
                            subject,
                            "data",
                            Map.of("n", n)))
                .toList())
        .expect(202);
  }

  private static List<ConsumerRecord<String, String>> told(String subject) {
    return BROKER.read(TOLD).stream().filter(entry -> subject.equals(entry.key())).toList();
  }

  private static List<ConsumerRecord<String, String>> told(String source, String id) {
    return BROKER.read(TOLD).stream()
        .filter(entry -> source.equals(header(entry, "ce_source")))
        .filter(entry -> id.equals(header(entry, "ce_id")))
        .toList();
  }

  /** In the order in which each came for the first time. */
  private static List<String> distinct(List<ConsumerRecord<String, String>> entries) {
    return entries.stream().map(ConsumerRecord::value).distinct().toList();
  }

  private static String header(ConsumerRecord<String, String> entry, String name) {
    return new String(entry.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> health() {
    JsonNode kafka = admin.get("/actuator/health/kafka").json();
    return new ObjectMapper().convertValue(kafka, Map.class);
  }

  private List<JsonNode> started(String order) {
    JsonNode items = admin.get("/executions?businessKey=" + order).expect(200).json().path("items");
    return IntStream.range(0, items.size()).mapToObj(items::get).toList();
  }

  private List<JsonNode> records() {
    JsonNode items = admin.get("/events/dead-letters?limit=200").expect(200).json().path("items");
    return IntStream.range(0, items.size()).mapToObj(items::get).toList();
  }

  private List<JsonNode> dead(String key) {
    return records().stream().filter(each -> each.toString().contains(key)).toList();
  }

  private static void await(ThrowingRunnable assertion) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }
}
