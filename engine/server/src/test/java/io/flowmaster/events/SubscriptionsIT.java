package io.flowmaster.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class SubscriptionsIT {
  private static final byte[] KEY = "0123456789abcdef0123".getBytes(StandardCharsets.UTF_8);
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
  private final Caller admin;
  private final Caller other;
  private final Caller publisher;
  private final Subscriber target = new Subscriber();
  private final String type = "com.example." + Names.unique("t");
  private final JdbcClient jdbc;
  private String subscription = "";

  SubscriptionsIT(Api api, JdbcClient jdbc) throws IOException {
    this.jdbc = jdbc;
    admin = api.admin();
    other = api.otherAdmin();
    publisher = api.as("erp", Roles.WORKER).with("Content-Type", "application/cloudevents+json");
  }

  @AfterEach
  void end() {
    admin.delete("/subscriptions/" + subscription);
    target.close();
  }

  @Test
  void aWebhookReceivesSignedEventsOfItsTypesAndFilter() throws Exception {
    Answer made = subscribe(Map.of("filter", "data.amount > 10", "sink", sink()));
    assertThat(made.text()).doesNotContain(SECRET).doesNotContain("secret");
    assertThat(made.json().path("signed").asBoolean()).isTrue();
    publish("a", "s", 5);
    publish("b", "s", 50);
    await(() -> assertThat(target.calls()).hasSize(1));
    Subscriber.Call call = target.calls().get(0);
    assertThat(call.event().at("/data/amount").asInt()).isEqualTo(50);
    assertThat(call.event().path("type").asText()).isEqualTo(type);
    assertThat(call.header("Content-type")).startsWith("application/cloudevents+json");
    assertThat(call.header("Webhook-signature")).isEqualTo(signature(call));
    await(() -> assertThat(deliveries("DELIVERED")).hasSize(1));
    other.get("/subscriptions/" + subscription).expectProblem(404, "subscription-not-found");
    other.delete("/subscriptions/" + subscription).expectProblem(404, "subscription-not-found");
    assertThat(admin.get("/audit?subject=subscription/" + subscription).expect(200).text())
        .doesNotContain(SECRET);
  }

  @Test
  void failuresAreTriedAgainInTheOrderOfEachSubject() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    target.answers(call -> seen.add(call.event().path("id").asText()) ? 500 : 200);
    subscribe(Map.of("sink", sink()));
    for (int i = 0; i < 3; i++) {
      publish("x", "order/1", i);
    }
    await(() -> assertThat(deliveries("DELIVERED")).hasSize(3));
    assertThat(target.calls().stream().map(c -> c.event().at("/data/amount").asInt()).toList())
        .containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(deliveries("DELIVERED").get(0).path("attempts").asInt()).isEqualTo(2);
  }

  /** As when a node ends between a delivery and the commit that says so. */
  @Test
  void aDeliveryThatCouldNotBeNotedIsDoneAgainInOrder() {
    subscribe(Map.of("sink", sink()));
    jdbc.sql(
            "alter table events_delivery add constraint never_noted"
                + " check (status <> 'DELIVERED' or subscription <> '%s')".formatted(subscription))
        .update();
    try {
      publish("x", "order/1", 0);
      publish("x", "order/1", 1);
      await(() -> assertThat(target.calls()).isNotEmpty());
      assertThat(deliveries("DELIVERED")).isEmpty();
    } finally {
      jdbc.sql("alter table events_delivery drop constraint never_noted").update();
    }
    publish("x", "order/1", 2);
    await(() -> assertThat(deliveries("DELIVERED")).hasSize(3));
    List<Integer> heard =
        target.calls().stream().map(call -> call.event().at("/data/amount").asInt()).toList();
    assertThat(heard).startsWith(0, 0).endsWith(1, 2).isSorted();
  }

  @Test
  void whatNeverArrivesBecomesADeadLetterAndCanBeRedelivered() {
    target.answers(call -> call.event().path("subject").asText().equals("bad") ? 500 : 204);
    subscribe(Map.of("sink", sink()));
    publish("x", "bad", 1);
    publish("x", "good", 2);
    await(() -> assertThat(deliveries("DEAD")).hasSize(1));
    await(() -> assertThat(deliveries("DELIVERED")).hasSize(1));
    JsonNode dead = admin.get("/subscriptions/" + subscription + "/dead-letters").json();
    assertThat(dead.at("/items/0/answer").asInt()).isEqualTo(500);
    assertThat(dead.at("/items/0/attempts").asInt()).isEqualTo(4);
    assertThat(dead.at("/items/0/subject").asText()).isEqualTo("bad");
    target.answers(call -> 200);
    assertThat(
            admin
                .post("/subscriptions/" + subscription + "/dead-letters/redeliver")
                .expect(202)
                .json()
                .path("deliveries")
                .asInt())
        .isEqualTo(1);
    await(() -> assertThat(deliveries("DELIVERED")).hasSize(2));
    assertThat(deliveries("DEAD")).isEmpty();
  }

  @Test
  void aTargetThatHangsHoldsUpNobodyElse() throws IOException {
    target.answers(call -> 0);
    subscribe(Map.of("sink", sink()));
    try (Subscriber healthy = new Subscriber()) {
      Answer second =
          admin
              .post(
                  "/subscriptions",
                  Map.of("types", List.of(type), "sink", Map.of("url", healthy.url())))
              .expect(201);
      publish("x", "s", 1);
      await(() -> assertThat(target.calls()).isNotEmpty());
      publish("x", "s", 2);
      await(() -> assertThat(healthy.calls()).hasSize(2));
      assertThat(deliveries("DELIVERED")).isEmpty();
      await(() -> assertThat(deliveries("PENDING").toString()).contains("There was no answer"));
      admin.delete("/subscriptions/" + second.at("/id")).expect(204);
    }
  }

  @Test
  void aPausedSubscriptionGoesOnWhereItStood() {
    subscribe(Map.of("sink", sink()));
    Answer paused = admin.post("/subscriptions/" + subscription + "/pause").expect(200);
    assertThat(paused.at("/status")).isEqualTo("PAUSED");
    publish("x", "s", 1);
    publish("x", "s", 2);
    admin.post("/subscriptions/" + subscription + "/resume").expect(200);
    await(() -> assertThat(target.calls()).hasSize(2));
  }

  @Test
  void oneSubscriberReplaysWithoutDisturbingOthers() throws IOException {
    Instant start = Instant.now().minusSeconds(5);
    publish("x", "s", 1);
    publish("x", "s", 2);
    admin.get("/events/replay?types=" + type).expect(200);
    try (Subscriber bystander = new Subscriber()) {
      Answer second =
          admin
              .post(
                  "/subscriptions",
                  Map.of("types", List.of(type), "sink", Map.of("url", bystander.url())))
              .expect(201);
      subscribe(Map.of("sink", sink()));
      admin
          .post("/subscriptions/" + subscription + "/replay", Map.of("from", start.toString()))
          .expect(202);
      await(() -> assertThat(target.calls()).hasSize(2));
      assertThat(target.calls().stream().map(c -> c.event().at("/data/amount").asInt()).toList())
          .containsExactly(1, 2);
      await(() -> assertThat(deliveries("DELIVERED")).hasSize(2));
      assertThat(deliveries("DELIVERED").get(0).path("replayed").asBoolean()).isTrue();
      assertThat(bystander.calls()).isEmpty();
      admin.delete("/subscriptions/" + second.at("/id")).expect(204);
    }
    admin
        .post(
            "/subscriptions/" + subscription + "/replay",
            Map.of("from", "2026-01-02T00:00:00Z", "to", "2026-01-01T00:00:00Z"))
        .expectProblem(422, "invalid-replay");
  }

  @Test
  void aTargetThatIsGoneIsLeftAlone() {
    target.answers(call -> 410);
    subscribe(Map.of("sink", sink()));
    publish("x", "s", 1);
    await(
        () ->
            assertThat(admin.get("/subscriptions/" + subscription).at("/status"))
                .isEqualTo("PAUSED"));
    assertThat(admin.get("/subscriptions/" + subscription).at("/reason")).contains("410");
  }

  @Test
  void anEventStartsAProcess() {
    String process =
        admin.post("/processes", Map.of("name", Names.unique("By event"))).expect(201).at("/id");
    Answer read = admin.get("/processes/" + process).expect(200);
    admin.post("/processes/" + process + "/publish", Map.of()).expect(201);
    String key = Names.unique("order");
    subscribe(
        Map.of(
            "sink",
            Map.of(
                "message",
                Map.of(
                    "processKey",
                    read.at("/key"),
                    "businessKey",
                    "subject",
                    "variables",
                    Map.of("amount", "data.amount * 2")))));
    publish("x", key, 21);
    await(
        () ->
            assertThat(admin.get("/executions?businessKey=" + key).expect(200).text())
                .contains(key));
  }

  @Test
  void whatCannotBeDeliveredToIsRefused() {
    refused(Map.of("sink", Map.of()), "invalid-sink");
    refused(Map.of("sink", Map.of("carrier-pigeon", Map.of())), "invalid-sink");
    refused(Map.of("sink", Map.of("url", "ftp://example.com")), "invalid-address");
    refused(Map.of("sink", Map.of("url", "http://a b")), "invalid-sink");
    refused(Map.of("sink", Map.of("url", target.url(), "secret", "short")), "invalid-sink");
    refused(
        Map.of("sink", Map.of("url", target.url(), "secret", "whsec_&&&&&&&&&&&&&&")),
        "invalid-sink");
    refused(Map.of("sink", sink(), "filter", "data. >"), "expression-failed");
    refused(Map.of("sink", sink(), "types", List.of("a b")), "invalid-types");
    refused(Map.of("sink", Map.of("message", Map.of("nme", "x"))), "invalid-sink");
    Answer made = subscribe(Map.of("sink", sink()));
    admin
        .put("/subscriptions/" + subscription, request(Map.of("sink", sink())))
        .expectProblem(428, "if-match-required");
    Answer changed =
        admin
            .with("If-Match", made.header("ETag"))
            .put(
                "/subscriptions/" + subscription,
                request(Map.of("sink", Map.of("url", target.url()), "name", "Renamed")))
            .expect(200);
    assertThat(changed.at("/name")).isEqualTo("Renamed");
    assertThat(changed.json().path("signed").asBoolean()).as("keeps its secret").isTrue();
    admin
        .with("If-Match", made.header("ETag"))
        .put("/subscriptions/" + subscription, request(Map.of("sink", sink())))
        .expectProblem(412, "stale-version");
    admin
        .post("/subscriptions/" + subscription + "/deliveries/nobodys/redeliver")
        .expectProblem(404, "delivery-not-found");
  }

  private void refused(Map<String, Object> members, String code) {
    admin.post("/subscriptions", request(members)).expectProblem(422, code);
  }

  private Map<String, Object> request(Map<String, Object> members) {
    Map<String, Object> request = new HashMap<>(Map.of("types", List.of(type)));
    request.putAll(members);
    return request;
  }

  private Answer subscribe(Map<String, Object> members) {
    Answer made = admin.post("/subscriptions", request(members)).expect(201);
    subscription = made.at("/id");
    return made;
  }

  private Map<String, Object> sink() {
    return Map.of("url", target.url(), "secret", SECRET);
  }

  private void publish(String id, String subject, int amount) {
    publisher
        .post(
            "/events",
            Map.of(
                "specversion",
                "1.0",
                "id",
                Names.unique(id),
                "source",
                "/erp",
                "type",
                type,
                "subject",
                subject,
                "data",
                Map.of("amount", amount)))
        .expect(202);
  }

  private List<JsonNode> deliveries(String status) {
    List<JsonNode> found = new java.util.ArrayList<>();
    admin
        .get("/subscriptions/" + subscription + "/deliveries?status=" + status)
        .expect(200)
        .json()
        .path("items")
        .forEach(found::add);
    return found;
  }

  private static void await(ThrowingRunnable truth) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(truth);
  }

  private static String signature(Subscriber.Call call) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    mac.update(
        (call.header("Webhook-id") + "." + call.header("Webhook-timestamp") + ".")
            .getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(call.body()));
  }
}
