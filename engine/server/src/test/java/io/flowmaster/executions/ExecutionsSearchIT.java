package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsSearchIT {
  private final Api api;
  private final Deployed deployed;

  ExecutionsSearchIT(Api api, RepositoryService repository) {
    this.api = api;
    this.deployed = new Deployed(repository);
  }

  @Test
  void filtersCombine() {
    String key = deployed.withTask();
    String red = start(key, "ORD-1", Map.of("amount", 10, "colour", "red", "vip", true));
    String blue = start(key, "ORD-2", Map.of("amount", 10.5, "colour", "Blue", "vip", false));
    String none = start(key, "INV_1", Map.of("amount", 99_999_999_999L, "big", "x".repeat(5000)));
    manager().put("/executions/" + blue + "/pause").expect(200);
    manager().delete("/executions/" + none, Map.of("reason", "no")).expect(200);

    assertThat(find(key, "")).containsExactly(none, blue, red);
    assertThat(find(key, "&sort=startedAt:asc")).containsExactly(red, blue, none);
    assertThat(find(key, "&status=PAUSED")).containsExactly(blue);
    assertThat(find(key, "&status=PAUSED&status=CANCELLED")).containsExactly(none, blue);
    assertThat(find(key, "&status=RUNNING")).containsExactly(red);
    assertThat(find(key, "&status=FAILED")).isEmpty();
    assertThat(find(key, "&businessKey=ORD-1")).containsExactly(red);
    assertThat(find(key, "&businessKey=ORD-*")).containsExactly(blue, red);
    assertThat(find(key, "&businessKey=INV%25*")).isEmpty();
    assertThat(find(key, "&q=inv_")).containsExactly(none);
    assertThat(find(key, "&q=" + red)).containsExactly(red);
    assertThat(find(key, "&version=1&activityId=review")).containsExactly(blue, red);
    assertThat(find(key, "&version=2")).isEmpty();
    assertThat(find(key, "&hasIncident=false")).hasSize(3);
    assertThat(find(key, "&hasIncident=true")).isEmpty();
    assertThat(find(key, "&startedAfter=2100-01-01T00:00:00Z")).isEmpty();
    assertThat(find(key, "&startedBefore=2100-01-01T00:00:00Z")).hasSize(3);

    assertThat(find(key, "&variable=amount:eq:10")).containsExactly(red);
    assertThat(find(key, "&variable=amount:gt:10")).containsExactly(none, blue);
    assertThat(find(key, "&variable=amount:ge:10&variable=amount:le:10.5"))
        .containsExactly(blue, red);
    assertThat(find(key, "&variable=amount:ne:10")).containsExactly(none, blue);
    assertThat(find(key, "&variable=colour:eq:red")).containsExactly(red);
    assertThat(find(key, "&variable=colour:like:b*")).containsExactly(blue);
    assertThat(find(key, "&variable=vip:eq:true")).containsExactly(red);
    assertThat(find(key, "&variable=vip:eq:%22true%22")).isEmpty();
    assertThat(find(key, "&variable=amount:lt:11&status=RUNNING&businessKey=ORD*"))
        .containsExactly(red);
  }

  @Test
  void exactNumbersAreCompared() {
    String key = deployed.withTask();
    String id =
        manager()
            .post(
                "/executions",
                "{\"processKey\":\"" + key + "\",\"variables\":{\"n\":123456789012345678901.25}}")
            .expect(201)
            .at("/id");
    assertThat(find(key, "&variable=n:eq:123456789012345678901.250")).containsExactly(id);
    assertThat(find(key, "&variable=n:gt:123456789012345678901.24")).containsExactly(id);
    assertThat(find(key, "&variable=n:gt:123456789012345678901.25")).isEmpty();
    assertThat(find(key, "&variable=n:lt:1e300")).containsExactly(id);
  }

  @Test
  void pagesAreStableWhileExecutionsComeAndGo() {
    String key = deployed.withTask();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(0, start(key, "P-" + i, Map.of()));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page =
          manager()
              .get("/executions?limit=2&count=true&processKey=" + key + cursor)
              .expect(200)
              .json();
      page.get("items").forEach(item -> seen.add(item.get("id").asText()));
      start(key, "NEW", Map.of());
      manager().delete("/executions/" + all.get(6)).expect(200);
      String next = page.get("nextCursor").textValue();
      cursor = next == null ? null : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void listsShowTheVariablesThatWereAskedFor() {
    String key = deployed.withTask();
    start(key, null, Map.of("a", 1, "b", List.of(2), "c", 3));
    JsonNode plain = manager().get("/executions?processKey=" + key).json().at("/items/0");
    assertThat(plain.has("variables")).isFalse();
    JsonNode shown =
        manager().get("/executions?variables=a,b,nothing&processKey=" + key).json().at("/items/0");
    assertThat(shown.get("variables").toString()).isEqualTo("{\"a\":1,\"b\":[2]}");
  }

  @Test
  void calledExecutionsAreListedBelowTheirCaller() {
    String child = deployed.withTask();
    String key =
        deployed.demo(
            Deployed.process("caller")
                .startEvent()
                .callActivity("call")
                .calledElement(child)
                .endEvent()
                .done());
    String id = start(key, null, Map.of());
    assertThat(find(child, "")).isEmpty();
    JsonNode called = manager().get("/executions?parentId=" + id).json().at("/items/0");
    assertThat(called.get("processKey").asText()).isEqualTo(child);
    assertThat(called.get("parentId").asText()).isEqualTo(id);
  }

  @Test
  void badFiltersAreToldAndNeverFail() {
    for (String query :
        List.of(
            "status=SLEEPING",
            "sort=name",
            "version=1",
            "variable=amount",
            "variable=amount:about:1",
            "variable=amount:gt:true",
            "variable=:eq:1",
            "startedAfter=%2B1000000000-12-31T23:59:59.999999999Z",
            "limit=0",
            "cursor=abc",
            "cursor=" + cursor("[\"+1000000000-12-31T23:59:59.999999999Z\",\"a\"]"),
            "cursor=" + cursor("[\"2026-01-01T00:00:00Z\",\"a\\u0000\"]"),
            "q=%00",
            "businessKey=%00*",
            "variable=a:eq:%00",
            "processKey=%00",
            "parentId=%00",
            "activityId=%00",
            "variables=a%00b")) {
      assertThat(manager().get("/executions?" + query).status()).as(query).isEqualTo(422);
    }
    for (String query : List.of("version=a", "startedAfter=yesterday", "hasIncident=maybe")) {
      assertThat(manager().get("/executions?" + query).status()).as(query).isEqualTo(400);
    }
    for (String query :
        List.of(
            "processId=nothing",
            "processKey=nothing&version=7",
            "q=%25%27--",
            "variable=a:eq:9e999",
            "variable=a:lt:-123456789012345678901234567890.5",
            "variable=a:like:*",
            "variable=a:ne:null",
            "variable=a:gt:2020-01-01T00:00:00Z",
            "variable=a:eq:" + Names.unique("b").repeat(50))) {
      manager().get("/executions?" + query).expect(200);
    }
  }

  private static String cursor(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> find(String key, String filter) {
    List<String> ids = new ArrayList<>();
    JsonNode page = manager().get("/executions?processKey=" + key + filter).expect(200).json();
    page.get("items").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  private String start(String key, String businessKey, Map<String, ?> variables) {
    Map<String, Object> body = new java.util.HashMap<>();
    body.put("processKey", key);
    body.put("businessKey", businessKey);
    body.put("variables", variables);
    return manager().post("/executions", body).expect(201).at("/id");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
