package io.flowmaster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class MembershipsIT {
  private final Api api;

  MembershipsIT(Api api) {
    this.api = api;
  }

  @Test
  void aMemberIsRemovedWithItsGroupsAndTheAccountStays() {
    String user = user();
    api.admin().put("/groups/staff/members/" + user).expect(204);
    api.admin().delete("/tenants/demo/members/" + user).expect(204);
    api.admin().get("/users/" + user).expect(404);
    assertThat(api.admin().get("/groups/staff/members?limit=200").text())
        .doesNotContain('"' + user + '"');
    api.admin().delete("/tenants/demo/members/" + user).expectProblem(404, "user-not-found");
    api.admin()
        .post("/users", Map.of("id", user, "name", user, "roles", List.of()))
        .expectProblem(409, "id-taken");
  }

  @Test
  void onlyAPlatformAdministratorRemovesMembersOfAnotherTenant() {
    String user = user();
    api.otherAdmin()
        .delete("/tenants/demo/members/" + user)
        .expectProblem(403, "platform-admin-required");
    api.admin().get("/users/" + user).expect(200);
  }

  @Test
  void aTenantsMembersAreListedForItsAdministratorsAndForPlatformAdministrators() {
    String user = user();
    JsonNode found = api.admin().get("/tenants/demo/members?count=true&q=" + user).json();
    assertThat(found.at("/items/0/id").asText()).isEqualTo(user);
    assertThat(found.at("/items/0/roles/0").asText()).isEqualTo("employee");
    assertThat(found.at("/total").asInt()).isEqualTo(1);
    assertThat(api.admin().get("/tenants/other/members").expect(200).text())
        .contains("\"other-admin\"");
    api.otherAdmin().get("/tenants/demo/members").expectProblem(404, "tenant-not-found");
    api.admin().get("/tenants/nobodys/members").expectProblem(404, "tenant-not-found");
    api.as("eve", Roles.MANAGER).get("/tenants/demo/members").expect(403);
  }

  @Test
  void onlyAPlatformAdministratorSeesAllTenants() {
    JsonNode first = api.admin().get("/tenants?all=true&limit=1&count=true").expect(200).json();
    assertThat(first.at("/items")).hasSize(1);
    assertThat(first.at("/total").asInt()).isGreaterThan(1);
    assertThat(
            api.admin()
                .get("/tenants?all=true&limit=200&cursor=" + first.at("/nextCursor").asText())
                .expect(200)
                .text())
        .contains("\"other\"");
    api.otherAdmin().get("/tenants?all=true").expectProblem(403, "platform-admin-required");
    assertThat(api.otherAdmin().get("/tenants").expect(200).text()).doesNotContain("\"demo\"");
  }

  @Test
  void theLastAdministratorOfATenantStays() {
    api.otherAdmin()
        .delete("/tenants/other/members/other-admin")
        .expectProblem(409, "last-administrator");
  }

  @Test
  void platformAdministratorsAreListedByTheirLikeOnly() {
    assertThat(api.admin().get("/platform-admins").expect(200).text()).contains("\"admin\"");
    api.otherAdmin().get("/platform-admins").expectProblem(403, "platform-admin-required");
    api.otherAdmin().put("/platform-admins/other-admin").expect(403);
  }

  @Test
  void aPlatformAdministratorIsMadeAndUnmade() {
    Caller developer = api.in("demo", "developer", List.of(), Roles.ADMIN);
    api.admin().put("/platform-admins/developer").expect(204);
    developer.get("/platform-admins").expect(200);
    api.admin().delete("/platform-admins/developer").expect(204);
    developer.get("/platform-admins").expect(403);
    onlyAdminIsLeft();
    api.admin().delete("/platform-admins/admin").expectProblem(409, "last-platform-admin");
    api.admin().put("/platform-admins/nobody-at-all").expectProblem(404, "user-not-found");
  }

  @Test
  void whosePasswordAnAdministratorKnowsBecomesNoPlatformAdministrator() {
    api.admin().put("/platform-admins/" + user()).expectProblem(409, "password-not-own");
  }

  /** Other tests may have made some. */
  private void onlyAdminIsLeft() {
    for (JsonNode other : api.admin().get("/platform-admins").expect(200).json().path("items")) {
      String id = other.path("id").asText();
      if (!id.equals("admin")) {
        api.admin().delete("/platform-admins/" + id).expect(204);
      }
    }
  }

  private String user() {
    String id = Names.unique("member");
    api.admin()
        .post("/users", Map.of("id", id, "name", id, "roles", List.of("employee")))
        .expect(201);
    return id;
  }
}
