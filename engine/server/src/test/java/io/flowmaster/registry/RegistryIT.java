package io.flowmaster.registry;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class RegistryIT {
  private final Caller developer;
  private final Caller employee;
  private final Caller otherAdmin;
  private final SettableClock clock;

  RegistryIT(Api api, SettableClock clock) {
    developer = api.as("developer", Roles.DEVELOPER);
    employee = api.as("employee", Roles.EMPLOYEE);
    otherAdmin = api.otherAdmin();
    this.clock = clock;
  }

  @AfterEach
  void today() {
    clock.reset();
  }

  private static Map<String, Object> service(String name) {
    return Map.of(
        "name",
        name,
        "url",
        "https://" + name + ".example.com",
        "metadata",
        Map.of("team", "risk"));
  }

  @Test
  void anInstanceLivesAsLongAsItSaysSo() {
    String name = Names.unique("service");
    Answer made = developer.post("/registry/services", service(name)).expect(201);
    String path = made.header("Location");
    assertThat(made.at("/status")).isEqualTo("UP");

    clock.forward(Duration.ofMinutes(2));
    Answer silent = developer.get(path).expect(200);
    assertThat(silent.at("/status")).isEqualTo("DOWN");
    assertThat(silent.at("/cause")).startsWith("no sign of life since");
    Answer again = developer.put(path + "/heartbeat", Map.of()).expect(200);
    assertThat(again.at("/status")).isEqualTo("UP");
    assertThat(again.at("/since")).isEqualTo(again.at("/lastSeenAt"));

    assertThat(developer.post("/registry/services", service(name)).expect(201).at("/id"))
        .as("the same name and address is the same instance")
        .isEqualTo(made.at("/id"));
    assertThat(developer.get("/registry/services?name=" + name).expect(200).json().path("items"))
        .hasSize(1);
    developer.delete(path).expect(204);
    developer.put(path + "/heartbeat", Map.of()).expectProblem(404, "service-not-found");
  }

  @Test
  void anotherTenantKnowsNothingOfIt() {
    String name = Names.unique("service");
    String path =
        developer.post("/registry/services", service(name)).expect(201).header("Location");
    otherAdmin.get(path).expectProblem(404, "service-not-found");
    otherAdmin.put(path + "/heartbeat", Map.of()).expectProblem(404, "service-not-found");
    otherAdmin.delete(path).expectProblem(404, "service-not-found");
    assertThat(otherAdmin.get("/registry/services?name=" + name).expect(200).json().path("items"))
        .isEmpty();
    assertThat(otherAdmin.get("/registry/health").expect(200).text()).doesNotContain(name);
    employee.post("/registry/services", service(name)).expect(403);
  }

  @Test
  void workersAreListedWithTheirTopics() {
    String worker = Names.unique("worker");
    Map<String, Object> announcement =
        Map.of(
            "worker",
            worker,
            "version",
            "1.2",
            "topics",
            List.of(Map.of("topic", "credit-check", "inFlight", 3, "slots", 32)));
    developer.post("/registry/workers", announcement).expect(204);
    developer.post("/registry/workers", announcement).expect(204);
    assertThat(developer.get("/registry/workers?limit=200").expect(200).text())
        .containsOnlyOnce("\"" + worker + "\"")
        .contains("\"slots\":32");
    assertThat(otherAdmin.get("/registry/workers?limit=200").expect(200).text())
        .doesNotContain(worker);
  }

  @Test
  void healthNamesTheServicesOfThePlatformWithTheirPorts() {
    Answer health = employee.get("/registry/health").expect(200);
    assertThat(health.json().path("platform").findValuesAsText("name"))
        .contains("Human Tasks", "Business Rules", "Service Registry");
    assertThat(health.json().path("platform").findValuesAsText("port")).contains("9006", "8018");
    assertThat(health.json().path("nodes")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com",
        "https://user:secret@example.com",
        "https://example.com/?a=b",
        "/only/a/path",
        "https://exa mple.com",
        "javascript:alert(1)"
      })
  void whatIsNoAddressIsRefused(String url) {
    Answer refused =
        developer
            .post("/registry/services", Map.of("name", Names.unique("service"), "url", url))
            .expectProblem(422, "invalid-url");
    assertThat(refused.text()).doesNotContain("secret");
  }
}
