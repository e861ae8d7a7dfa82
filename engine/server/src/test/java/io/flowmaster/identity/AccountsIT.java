package io.flowmaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class AccountsIT {
  private static final String OWN_PASSWORD = "a long sentence nobody guesses";
  private final Api api;
  private final JdbcClient jdbc;

  AccountsIT(Api api, JdbcClient jdbc) {
    this.api = api;
    this.jdbc = jdbc;
  }

  @Test
  void aNewUserMustChangeTheFirstPasswordAndThenWorks() {
    String id = aUser(api.admin(), "employee");
    String first =
        api.admin().put("/users/" + id + "/password").expect(200).at("/temporaryPassword");
    login(id, "wrong").expectProblem(401, "invalid-credentials");
    login(id, first).expectProblem(403, "password-change-required");

    changePassword(id, first, "short").expectProblem(422, "weak-password");
    changePassword(id, first, "password12345").expectProblem(422, "weak-password");
    changePassword(id, first, id + " and more of it").expectProblem(422, "weak-password");
    changePassword(id, first, first).expectProblem(422, "weak-password");
    changePassword(id, first, "ü".repeat(3) + "abcdefg".repeat(10))
        .expectProblem(422, "weak-password");
    changePassword(id, first, OWN_PASSWORD).expect(204);

    login(id, first).expectProblem(401, "invalid-credentials");
    Answer tokens = login(id, OWN_PASSWORD).expect(200);
    Answer me = bearer(tokens).get("/auth/me").expect(200);
    assertThat(me.at("/id")).isEqualTo(id);
    assertThat(me.at("/memberships/demo/roles/0")).isEqualTo("employee");
    assertThat(me.json().at("/platformAdmin").asBoolean()).isFalse();
  }

  @Test
  void usersAreListedSearchedAndPaged() {
    String id = aUser(api.admin(), "employee");
    Answer found =
        api.admin()
            .get("/users?q=" + id.toUpperCase(java.util.Locale.ROOT) + "&count=true")
            .expect(200);
    assertThat(found.at("/items/0/id")).isEqualTo(id);
    assertThat(found.text()).doesNotContain("hash", "revision");
    Answer page = api.admin().get("/users?limit=2&count=true").expect(200);
    assertThat(page.json().at("/items")).hasSize(2);
    assertThat(page.json().at("/total").asInt()).isGreaterThan(6);
    Answer next = api.admin().get("/users?limit=2&cursor=" + page.at("/nextCursor")).expect(200);
    assertThat(next.at("/items/0/id")).isGreaterThan(page.at("/items/1/id"));
    assertThat(api.admin().get("/users?q=%25").expect(200).json().at("/items")).isEmpty();
    assertThat(api.admin().get("/users?q=%00").expect(200).json().at("/items")).isEmpty();
  }

  @Test
  void colleaguesSeeNamesOnly() {
    Answer people = api.as("employee").get("/people?q=manager").expect(200);
    assertThat(people.json().at("/items/0").toString())
        .isEqualTo("{\"id\":\"manager\",\"name\":\"Mara Manager\"}");
    api.as("employee").get("/users").expectProblem(403, "forbidden");
    assertThat(api.as("employee").get("/people?q=other-admin").expect(200).json().at("/items"))
        .isEmpty();
  }

  @Test
  void badInputMakesNoUser() {
    Caller admin = api.admin();
    String id = Names.unique("odd");
    admin.post("/users", user("Upper", "employee")).expectProblem(422, "invalid-id");
    admin.post("/users", user("system", "employee")).expectProblem(422, "invalid-id");
    admin.post("/users", user(id, "emperor")).expectProblem(422, "invalid-role");
    admin.post("/users", Map.of("id", id, "name", "nul\u0000", "roles", List.of())).expect(422);
    admin
        .post("/users", Map.of("id", id, "name", "x", "email", "no", "roles", List.of()))
        .expect(422);
    admin.post("/users", Map.of("id", id, "roles", List.of())).expect(422);
    admin.get("/users/" + id).expectProblem(404, "user-not-found");
    admin.post("/users", user("employee", "employee")).expectProblem(409, "id-taken");
    api.otherAdmin().post("/users", user("demo-worker", "employee")).expectProblem(409, "id-taken");
  }

  @Test
  void aChangeNeedsTheVersionThatWasReadAndTakesRightsAwayAtOnce() {
    String id = aUser(api.admin(), "employee", "admin");
    Answer tokens = loginOf(id);
    bearer(tokens).get("/users").expect(200);

    String etag = api.admin().get("/users/" + id).expect(200).header("ETag");
    Map<String, Object> change = change("Eve Changed", true, "employee");
    api.admin().put("/users/" + id, change).expectProblem(428, "if-match-required");
    api.admin()
        .with("If-Match", "\"99\"")
        .put("/users/" + id, change)
        .expectProblem(412, "stale-version");
    api.admin().with("If-Match", etag).put("/users/" + id, change).expect(200);

    bearer(tokens).get("/users").expectProblem(401, "unauthorized");
    Answer fresh = refresh(tokens).expect(200);
    assertThat(fresh.at("/user/name")).isEqualTo("Eve Changed");
    bearer(fresh).get("/users").expectProblem(403, "forbidden");
  }

  @Test
  void aDisabledUserIsOut() {
    String id = aUser(api.admin(), "employee");
    Answer tokens = loginOf(id);
    api.admin()
        .with("If-Match", "*")
        .put("/users/" + id, change("Gone", false, "employee"))
        .expect(200);
    bearer(tokens).get("/people").expectProblem(401, "unauthorized");
    refresh(tokens).expectProblem(401, "session-over");
    login(id, OWN_PASSWORD).expectProblem(401, "invalid-credentials");
    assertThat(api.admin().get("/people?q=" + id).expect(200).json().at("/items")).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    String id = aUser(api.admin(), "admin");
    Caller admin = bearer(loginOf(id));
    Map<String, String> tenant = Map.of("id", Names.unique("last"), "name", "Last");
    admin.post("/tenants", tenant).expectProblem(403, "platform-admin-required");
    jdbc.sql("update identity_user set platform_admin = true where id = :id")
        .param("id", id)
        .update();
    admin.post("/tenants", tenant).expect(201);
    admin.get("/users").expectProblem(401, "unauthorized");

    api.in(tenant.get("id"), id, List.of(), "admin")
        .with("If-Match", "*")
        .put("/users/" + id, change("Eve " + id, true, "employee"))
        .expectProblem(409, "last-administrator");
  }

  @Test
  void anotherTenantsUsersAndGroupsAreNotThere() {
    String group = Names.unique("team");
    api.admin().post("/groups", Map.of("id", group, "name", "Team")).expect(201);
    String id = aUser(api.admin(), "employee");
    Caller other = api.otherAdmin();
    other.get("/users/" + id).expectProblem(404, "user-not-found");
    other
        .with("If-Match", "*")
        .put("/users/" + id, change("Taken", true, "admin"))
        .expectProblem(404, "user-not-found");
    other.put("/users/" + id + "/password").expectProblem(404, "user-not-found");
    other.get("/groups/" + group).expectProblem(404, "group-not-found");
    other.delete("/groups/" + group).expectProblem(404, "group-not-found");
    other.put("/groups/" + group + "/members/other-admin").expectProblem(404, "group-not-found");
    api.admin()
        .put("/groups/" + group + "/members/other-admin")
        .expectProblem(404, "user-not-found");
    other.post("/clients/demo-worker/secret").expectProblem(404, "client-not-found");
    other.delete("/clients/demo-worker").expectProblem(404, "client-not-found");
  }

  @Test
  void aSharedAccountCannotBeTakenOver() {
    String id = aUser(api.admin(), "employee");
    Caller platform = api.admin();
    platform
        .put("/tenants/other/members/" + id, Map.of("roles", List.of("employee")))
        .expectProblem(409, "password-not-own");
    loginOf(id);
    platform.put("/tenants/other/members/" + id, Map.of("roles", List.of("employee"))).expect(204);

    Caller other = api.otherAdmin();
    other.put("/users/" + id + "/password").expectProblem(403, "user-shared");
    other
        .with("If-Match", "*")
        .put("/users/" + id, change("Renamed", true, "employee"))
        .expectProblem(403, "user-shared");
    String name = other.get("/users/" + id).expect(200).at("/name");
    other.with("If-Match", "*").put("/users/" + id, change(name, true, "manager")).expect(200);
    assertThat(platform.get("/users/" + id).expect(200).json().at("/roles").toString())
        .isEqualTo("[\"employee\"]");

    Answer tokens = login(id, OWN_PASSWORD).expect(200);
    assertThat(tokens.json().at("/user/tenants").toString()).isEqualTo("[\"demo\",\"other\"]");
    bearer(tokens).get("/people").expectProblem(400, "tenant-required");
    bearer(tokens).get("/auth/validate").expect(200);
    bearer(tokens).with("X-Tenant-Id", "other").get("/tenants").expect(200);
  }

  @Test
  void aPlatformAdministratorCannotBeTakenOverByAnAdministrator() {
    String id = aUser(api.admin(), "admin");
    Caller admin = api.in("demo", id, List.of(), "admin");
    admin.put("/users/admin/password").expectProblem(403, "user-shared");
    admin.put("/users/" + id + "/password").expectProblem(403, "own-password");
    admin
        .post("/tenants", Map.of("id", "mine", "name", "Mine"))
        .expectProblem(403, "platform-admin-required");
    admin
        .put("/tenants/other/members/" + id, Map.of("roles", List.of("admin")))
        .expectProblem(403, "platform-admin-required");
  }

  @Test
  void aGroupHasMembersAndItsTokensKnow() {
    String group = Names.unique("crew");
    Caller admin = api.admin();
    Answer made = admin.post("/groups", Map.of("id", group, "name", "Crew")).expect(201);
    admin.post("/groups", Map.of("id", group, "name", "Crew")).expectProblem(409, "id-taken");
    admin.post("/groups", Map.of("id", "No Slug", "name", "Crew")).expectProblem(422, "invalid-id");
    String id = aUser(admin, "employee");
    admin.put("/groups/" + group + "/members/" + id).expect(204);
    admin.put("/groups/" + group + "/members/" + id).expect(204);
    assertThat(admin.get("/groups/" + group + "/members").expect(200).at("/items/0/id"))
        .isEqualTo(id);
    assertThat(bearer(loginOf(id)).get("/auth/me").expect(200).at("/memberships/demo/groups/0"))
        .isEqualTo(group);
    admin
        .with("If-Match", made.header("ETag"))
        .put("/groups/" + group, Map.of("name", "Crew 2"))
        .expect(200);
    admin
        .with("If-Match", made.header("ETag"))
        .put("/groups/" + group, Map.of("name", "Crew 3"))
        .expect(412);
    admin.delete("/groups/" + group + "/members/" + id).expect(204);
    admin.put("/groups/" + group + "/members/" + id).expect(204);
    admin.delete("/groups/" + group).expect(204);
    admin.get("/groups/" + group).expectProblem(404, "group-not-found");
  }

  private String aUser(Caller admin, String... roles) {
    String id = Names.unique("eve");
    Answer made = admin.post("/users", user(id, roles)).expect(201);
    assertThat(made.header("Location")).isEqualTo("/users/" + id);
    return id;
  }

  /** Gives the user a password of its own, and logs in with it. */
  private Answer loginOf(String id) {
    String first =
        api.admin().put("/users/" + id + "/password").expect(200).at("/temporaryPassword");
    changePassword(id, first, OWN_PASSWORD).expect(204);
    return login(id, OWN_PASSWORD).expect(200);
  }

  private static Map<String, Object> user(String id, String... roles) {
    return Map.of(
        "id", id, "name", "Eve " + id, "email", "eve@demo.example", "roles", List.of(roles));
  }

  private static Map<String, Object> change(String name, boolean enabled, String... roles) {
    Map<String, Object> change = new HashMap<>();
    change.put("name", name);
    change.put("email", "eve@demo.example");
    change.put("roles", List.of(roles));
    change.put("enabled", enabled);
    return change;
  }

  private Answer login(String username, String password) {
    return api.anonymous().post("/auth/login", Map.of("username", username, "password", password));
  }

  private Answer changePassword(String username, String current, String wanted) {
    return api.anonymous()
        .put(
            "/auth/password",
            Map.of("username", username, "currentPassword", current, "newPassword", wanted));
  }

  private Answer refresh(Answer former) {
    return api.anonymous()
        .post("/auth/refresh", Map.of("refreshToken", former.at("/refreshToken")));
  }

  private Caller bearer(Answer login) {
    return api.withToken(login.at("/accessToken"));
  }
}
