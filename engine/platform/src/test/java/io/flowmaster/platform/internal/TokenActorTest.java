package io.flowmaster.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Claims;
import io.flowmaster.platform.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenActorTest {

  @Test
  void rolesHoldOnlyInTheTenantOfTheirMembership() {
    TokenActor token =
        new TokenActor(
            jwt(
                Map.of(
                    Claims.MEMBERSHIPS,
                    Map.of(
                        "demo", Map.of("roles", List.of("manager"), "groups", List.of("managers")),
                        "other", Map.of("roles", List.of("employee"), "groups", List.of())),
                    Claims.ROLES,
                    List.of("admin"))));

    assertThat(token.tenants()).containsExactlyInAnyOrder("demo", "other");
    assertThat(token.in(new TenantId("demo")).roles()).containsExactly("manager");
    assertThat(token.in(new TenantId("demo")).groups()).containsExactly("managers");
    assertThat(token.in(new TenantId("other")).roles()).containsExactly("employee");
  }

  @Test
  void flatClaimsHoldInEachTenantWhenThereAreNoMemberships() {
    TokenActor token =
        new TokenActor(
            jwt(
                Map.of(
                    Claims.TENANTS,
                    List.of("demo"),
                    Claims.ROLES,
                    List.of("designer", "made-up"))));

    Actor actor = token.in(new TenantId("demo"));
    assertThat(actor.roles()).containsExactly("designer");
    assertThat(actor.kind()).isEqualTo(Actor.Kind.PERSON);
  }

  @Test
  void aMachineIsKnownByItsKind() {
    assertThat(new TokenActor(jwt(Map.of(Claims.KIND, "worker"))).in(new TenantId("demo")).kind())
        .isEqualTo(Actor.Kind.WORKER);
  }

  private static Jwt jwt(Map<String, Object> claims) {
    return Jwt.withTokenValue("t")
        .header("alg", "none")
        .subject("ana")
        .claims(c -> c.putAll(claims))
        .build();
  }
}
