package io.flowmaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class MachineAccessIT {
  private final Api api;
  private final SettableClock clock;
  private final JdbcClient jdbc;

  MachineAccessIT(Api api, SettableClock clock, JdbcClient jdbc) {
    this.api = api;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void anApiKeyOpensEveryPathForItsOwner() {
    Answer made = key(api.as("employee"), Map.of("name", "script")).expect(201);
    assertThat(made.at("/key")).startsWith("fmk_");
    Caller script = api.withToken(made.at("/key"));
    assertThat(script.get("/auth/validate").expect(200).at("/subject")).isEqualTo("employee");
    script.get("/people").expect(200);
    script.get("/engine-rest/version").expectProblem(403, "forbidden");
    Answer developers = key(api.as("developer", "developer"), Map.of("name", "engine")).expect(201);
    api.withToken(developers.at("/key")).get("/engine-rest/version").expect(200);
    api.withToken("fmk_nonsense").get("/engine-rest/version").expectProblem(401, "unauthorized");
    script.get("/audit").expectProblem(403, "forbidden");
    script.with("X-Tenant-Id", "other").get("/people").expectProblem(403, "tenant-not-allowed");
    api.withToken(made.at("/key") + "x").get("/people").expectProblem(401, "unauthorized");

    Answer list = api.as("employee").get("/api-keys").expect(200);
    assertThat(list.text()).doesNotContain(made.at("/key"));
    assertThat(
            jdbc.sql("select secret_hash from identity_api_key where id = :id")
                .param("id", made.at("/apiKey/id"))
                .query(String.class)
                .single())
        .doesNotContain(made.at("/key"));
    assertThat(api.admin().get("/audit?subject=api-key/" + made.at("/apiKey/id")).text())
        .contains("ApiKeyCreated")
        .doesNotContain(made.at("/key"));

    api.as("designer", "designer")
        .delete("/api-keys/" + made.at("/apiKey/id"))
        .expectProblem(404, "api-key-not-found");
    api.otherAdmin()
        .delete("/api-keys/" + made.at("/apiKey/id"))
        .expectProblem(404, "api-key-not-found");
    api.as("employee").delete("/api-keys/" + made.at("/apiKey/id")).expect(204);
    script.get("/people").expectProblem(401, "unauthorized");
  }

  @Test
  void anApiKeyGivesNoRoleThatItsMakerLacks() {
    key(api.as("employee"), Map.of("name", "more", "roles", List.of("admin")))
        .expectProblem(422, "roles-not-held");
    Answer small =
        key(api.admin(), Map.of("name", "small", "roles", List.of("employee"))).expect(201);
    Caller script = api.withToken(small.at("/key"));
    script.get("/audit").expectProblem(403, "forbidden");
    Answer child = key(script, Map.of("name", "child")).expect(201);
    assertThat(child.json().at("/apiKey/roles").toString()).isEqualTo("[\"employee\"]");
  }

  @Test
  void anApiKeyExpires() {
    Answer made =
        key(
                api.as("employee"),
                Map.of("name", "short", "expiresAt", clock.instant().plusSeconds(3600).toString()))
            .expect(201);
    Caller script = api.withToken(made.at("/key"));
    script.get("/people").expect(200);
    clock.forward(Duration.ofHours(2));
    script.get("/people").expectProblem(401, "unauthorized");
    key(api.as("employee"), Map.of("name", "past", "expiresAt", "2001-01-01T00:00:00Z"))
        .expectProblem(422, "invalid-expiry");
    key(api.as("employee"), Map.of("name", "far", "expiresAt", "+99999-01-01T00:00:00Z"))
        .expectProblem(422, "invalid-expiry");
  }

  @Test
  void aMachineClientLivesFromItsSecretToItsDeletion() {
    String id = Names.unique("worker");
    Map<String, Object> body =
        Map.of("id", id, "name", "A worker", "kind", "WORKER", "roles", List.of("worker"));
    Answer made = api.admin().post("/clients", body).expect(201);
    String secret = made.at("/clientSecret");
    String token = token(id, secret).expect(200).at("/access_token");
    api.withToken(token).get("/people").expect(200);
    api.admin().post("/clients", body).expectProblem(409, "id-taken");
    assertThat(api.admin().get("/clients?limit=200").expect(200).text())
        .contains(id)
        .doesNotContain(secret);
    Answer key = key(api.admin(), Map.of("name", "of a worker", "owner", id)).expect(201);
    assertThat(api.withToken(key.at("/key")).get("/auth/validate").expect(200).at("/subject"))
        .isEqualTo(id);
    key(api.as("employee"), Map.of("name", "of a worker", "owner", id))
        .expectProblem(404, "client-not-found");

    String next = api.admin().post("/clients/" + id + "/secret").expect(200).at("/clientSecret");
    token(id, secret).expect(401);
    api.withToken(token).get("/people").expectProblem(401, "unauthorized");
    String fresh = token(id, next).expect(200).at("/access_token");

    api.admin().delete("/clients/" + id).expect(204);
    token(id, next).expect(401);
    api.withToken(fresh).get("/people").expectProblem(401, "unauthorized");
    api.withToken(key.at("/key")).get("/people").expectProblem(401, "unauthorized");
    api.admin().post("/clients", body).expectProblem(409, "id-taken");
  }

  private Answer token(String id, String secret) {
    return new Browser(api.url())
        .postAs(id, secret, "/oauth2/token", Map.of("grant_type", "client_credentials"));
  }

  private static Answer key(Caller caller, Map<String, Object> body) {
    return caller.post("/api-keys", body);
  }
}
