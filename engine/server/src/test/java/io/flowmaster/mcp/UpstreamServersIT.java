package io.flowmaster.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server elsewhere is this one, as another tenant. */
@PlatformTest
class UpstreamServersIT {
  private final Api api;
  private final Caller admin;
  private final Caller other;
  private final ObjectMapper json;

  UpstreamServersIT(Api api, ObjectMapper json) {
    this.api = api;
    this.admin = api.admin();
    this.other = api.otherAdmin();
    this.json = json;
  }

  @Test
  void allowedToolsOfAServerElsewhereAreOfferedAndCalledAndAudited() throws Exception {
    String token = token("other", "remote", Roles.ADMIN);
    String process = process(other);
    Answer made = admin.post("/mcp/servers", server("sdxa", token)).expect(201);
    assertThat(made.at("/status")).isEqualTo("UNKNOWN");
    String path = made.header("Location");
    Answer checked = admin.post(path + "/check").expect(200);
    assertThat(checked.at("/status")).as(checked.text()).isEqualTo("UP");
    assertThat(checked.text())
        .contains("sdxa_find_processes", "start_" + process)
        .doesNotContain(token);

    McpTestClient bot = new McpTestClient(api.url(), token("demo", "bot", Roles.AGENT), json);
    List<String> names = bot.all("tools").stream().map(tool -> tool.path("name").asText()).toList();
    assertThat(names)
        .contains("sdxa_find_processes", "sdxa_start_process")
        .doesNotContain("sdxa_my_tasks");
    JsonNode found = bot.call("sdxa_find_processes", Map.of("q", process));
    assertThat(found.toString()).contains(process);
    JsonNode asked = bot.call("sdxa_start_process", Map.of("processKey", process));
    assertThat(asked.path("isError").asBoolean()).isTrue();
    assertThat(asked.at("/structuredContent/approval").asText()).isNotBlank();

    McpTestClient clerk =
        new McpTestClient(api.url(), token("demo", "employee", Roles.EMPLOYEE), json);
    assertThat(clerk.call("sdxa_find_processes", Map.of()).path("code").asInt()).isEqualTo(-32602);
    Answer audit = admin.get("/audit?subject=mcp-server/" + made.at("/id")).expect(200);
    assertThat(audit.text()).contains("\"bot\"").doesNotContain(token);
    admin.delete(path).expect(204);
    assertThat(bot.call("sdxa_find_processes", Map.of()).path("code").asInt()).isEqualTo(-32602);
  }

  @Test
  void aServerThatCannotBeReachedIsDownAndAddressesInsideAreRefused() {
    Map<String, Object> gone = server("gone", "x");
    gone.put("url", "http://localhost:1/mcp");
    Answer made = admin.post("/mcp/servers", gone).expect(201);
    Answer checked = admin.post(made.header("Location") + "/check").expect(200);
    assertThat(checked.at("/status")).isEqualTo("DOWN");
    assertThat(checked.at("/detail")).isNotBlank();
    Map<String, Object> inside = server("inside", "x");
    inside.put("url", "http://169.254.169.254/latest");
    Answer refused = admin.post("/mcp/servers", inside).expect(201);
    assertThat(admin.post(refused.header("Location") + "/check").expect(200).at("/status"))
        .isEqualTo("DOWN");
  }

  @Test
  void aServerIsItsTenantsAndItsSecretGoesNowhereElse() {
    Answer made = admin.post("/mcp/servers", server("mine", "the-secret-value")).expect(201);
    String path = made.header("Location");
    assertThat(made.text()).contains("\"hasSecret\":true").doesNotContain("the-secret-value");
    other.get(path).expectProblem(404, "upstream-server-not-found");
    other.post(path + "/check").expectProblem(404, "upstream-server-not-found");
    other.delete(path).expectProblem(404, "upstream-server-not-found");
    api.as("employee").get("/mcp/servers").expectProblem(403, "forbidden");
    admin.post("/mcp/servers", server("mine", "x")).expectProblem(409, "upstream-server-taken");
    Map<String, Object> moved = server("mine", "x");
    moved.remove("secret");
    moved.put("url", "https://evil.example/mcp");
    Caller current = admin.with("If-Match", made.header("ETag"));
    admin.put(path, moved).expectProblem(428, "if-match-required");
    current.put(path, moved).expectProblem(422, "invalid-secret");
    moved.put("url", api.url() + "/mcp");
    moved.put("enabled", false);
    assertThat(current.put(path, moved).expect(200).at("/enabled")).isEqualTo("false");
    Map<String, Object> bad = server("bad", "x");
    bad.put("url", "file:///etc/passwd");
    admin.post("/mcp/servers", bad).expectProblem(422, "invalid-address");
    bad.put("url", "not an address");
    admin.post("/mcp/servers", bad).expectProblem(422, "invalid-address");
    assertThat(admin.get("/mcp/servers?limit=1&count=true").expect(200).at("/total")).isNotBlank();
    assertThat(admin.get("/mcp/tools?limit=3").expect(200).json().path("items")).hasSize(3);
  }

  private Map<String, Object> server(String name, String secret) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("title", "SDX");
    body.put("url", api.url() + "/mcp");
    body.put("secret", secret);
    body.put(
        "allowed",
        List.of(
            Map.of("name", "find_processes", "readOnly", true), Map.of("name", "start_process")));
    body.put("roles", List.of(Roles.AGENT));
    return body;
  }

  private String token(String tenant, String user, String role) {
    return api.token(user, Map.of(tenant, Map.of("roles", List.of(role), "groups", List.of())));
  }

  private static String process(Caller caller) {
    Answer made = caller.post("/processes", Map.of("name", Names.unique("Remote"))).expect(201);
    caller.post("/processes/" + made.at("/id") + "/publish", Map.of()).expect(201);
    return made.at("/key");
  }
}
