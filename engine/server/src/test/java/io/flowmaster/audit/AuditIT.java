package io.flowmaster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Masked;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

@PlatformTest
class AuditIT {
  private static final TenantId DEMO = new TenantId("demo");
  private final Api api;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;

  AuditIT(Api api, ApplicationEventPublisher events, CurrentActor current) {
    this.api = api;
    this.events = events;
    this.current = current;
  }

  /** Something with values of every sort. */
  record ThingWeighed(
      TenantId tenant, String thing, @Masked String patient, Map<String, Object> values, Instant at)
      implements DomainEvent {
    @Override
    public String subject() {
      return "thing/" + thing;
    }

    @Override
    public Object before() {
      return Map.of("weight", 1, "api_key", "old");
    }

    @Override
    public Object after() {
      return Map.of("weight", 2, "api_key", "new");
    }
  }

  @Test
  void anEntrySaysWhoForWhomWhatBeforeAndAfter() {
    String thing = weighed("substitute", Names.unique("thing"), Instant.now());
    JsonNode entry = only("subject=thing/" + thing);
    assertThat(entry.path("actor").asText()).isEqualTo("substitute");
    assertThat(entry.path("onBehalfOf").asText()).isEqualTo("absent");
    assertThat(entry.path("action").asText()).isEqualTo("ThingWeighed");
    assertThat(entry.at("/before/weight").asInt()).isEqualTo(1);
    assertThat(entry.at("/after/weight").asInt()).isEqualTo(2);
  }

  @Test
  void secretsAndMarkedPersonalDataAreMasked() {
    String thing = weighed("substitute", Names.unique("thing"), Instant.now());
    Answer answer = api.admin().get("/audit?subject=thing/" + thing).expect(200);
    assertThat(answer.text())
        .contains("***", "harmless")
        .doesNotContain("Bob Patient", "hunter2", "bob@example.com", "\"old\"", "\"new\"");
  }

  @Test
  void entriesAreFoundByActorActionTimeAndText() {
    String by = Names.unique("weigher");
    Instant early = Instant.parse("2020-03-01T00:00:00Z");
    Instant late = Instant.parse("2020-03-02T00:00:00Z");
    String first = weighed(by, Names.unique("Fi_rst"), early);
    String second = weighed(by, Names.unique("second"), late);
    assertThat(subjects("by=" + by)).containsExactly("thing/" + second, "thing/" + first);
    assertThat(subjects("by=" + by + "&until=" + late)).containsExactly("thing/" + first);
    assertThat(subjects("by=" + by + "&from=" + late)).containsExactly("thing/" + second);
    assertThat(subjects("by=" + by + "&q=fi_RST")).containsExactly("thing/" + first);
    assertThat(subjects("by=" + by + "&action=ThingWeighed&onBehalfOf=absent")).hasSize(2);
    assertThat(subjects("by=" + by + "&action=Nothing")).isEmpty();
    assertThat(subjects("by=" + by + "&subject=thing/*")).hasSize(2);
    assertThat(subjects("by=" + by + "&subject=thin/*")).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGaps() {
    String by = Names.unique("weigher");
    for (int i = 0; i < 5; i++) {
      weighed(by, Names.unique("thing"), Instant.parse("2020-01-01T00:00:00Z"));
    }
    JsonNode page = api.admin().get("/audit?limit=3&count=true&by=" + by).expect(200).json();
    assertThat(page.path("total").asInt()).isEqualTo(5);
    Set<String> seen = new java.util.HashSet<>(page.path("items").findValuesAsText("subject"));
    JsonNode next =
        api.admin()
            .get("/audit?limit=3&by=" + by + "&cursor=" + page.path("nextCursor").asText())
            .expect(200)
            .json();
    seen.addAll(next.path("items").findValuesAsText("subject"));
    assertThat(seen).hasSize(5);
    assertThat(next.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void theLogIsExportedLineByLine() {
    String by = Names.unique("weigher");
    for (int i = 0; i < 3; i++) {
      weighed(by, "=evil,\"thing\"" + i, Instant.now());
    }
    Answer lines = api.admin().get("/audit/export?by=" + by).expect(200);
    assertThat(lines.header("Content-Disposition")).contains("audit.ndjson");
    assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(lines.text().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"id\""));
    Answer csv = api.admin().get("/audit/export?format=csv&by=" + by).expect(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text().split("\r\n")).hasSize(4);
    assertThat(csv.text()).contains("\"thing/=evil,\"\"thing\"\"0\"");
    api.admin().get("/audit/export?format=xml").expect(400);
  }

  @Test
  void anotherTenantsEntriesAreNotSeen() {
    String thing = weighed("substitute", Names.unique("thing"), Instant.now());
    Answer other = api.otherAdmin().get("/audit?subject=thing/" + thing).expect(200);
    assertThat(other.json().path("items")).isEmpty();
    assertThat(api.otherAdmin().get("/audit/export?subject=thing/" + thing).text()).isEmpty();
  }

  @Test
  void theChainOfTheTenantIsVerifiedOverRest() {
    weighed("substitute", Names.unique("thing"), Instant.now());
    JsonNode report = api.admin().get("/audit/verify").expect(200).json();
    assertThat(report.path("intact").asBoolean()).as("%s", report).isTrue();
    assertThat(report.at("/head/hash").asText()).hasSize(64);
    String anchor =
        "?seq=" + report.at("/head/seq").asText() + "&hash=" + report.at("/head/hash").asText();
    assertThat(api.admin().get("/audit/verify" + anchor).json().path("intact").asBoolean())
        .isTrue();
    api.admin().get("/audit/verify?seq=1").expectProblem(422, "invalid-anchor");
  }

  @Test
  void badFiltersAreRefused() {
    api.admin().get("/audit?from=yesterday").expect(400);
    api.admin().get("/audit?from=%2B1000000-01-01T00:00:00Z").expect(422);
    api.admin().get("/audit?q=" + "x".repeat(201)).expect(422);
  }

  private String weighed(String by, String thing, Instant at) {
    Actor actor =
        new Actor(
            DEMO, new UserId(by), by, Actor.Kind.PERSON, Set.of(), Set.of(), new UserId("absent"));
    Map<String, Object> values =
        Map.of(
            "password",
            "hunter2",
            "contact",
            Map.of("E-Mail", "bob@example.com"),
            "note",
            "harmless");
    return current.as(
        actor,
        () -> {
          events.publishEvent(new ThingWeighed(DEMO, thing, "Bob Patient", values, at));
          return thing;
        });
  }

  private JsonNode only(String filter) {
    JsonNode items = api.admin().get("/audit?" + filter).expect(200).json().path("items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private java.util.List<String> subjects(String filter) {
    return api.admin()
        .get("/audit?" + filter)
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("subject");
  }
}
