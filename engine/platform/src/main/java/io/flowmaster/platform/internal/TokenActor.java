package io.flowmaster.platform.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Claims;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the {@link Claims} of a verified token. */
final class TokenActor {
  private final Jwt jwt;
  private final @Nullable Map<String, Object> memberships;

  TokenActor(Jwt jwt) {
    this.jwt = jwt;
    this.memberships = jwt.getClaimAsMap(Claims.MEMBERSHIPS);
  }

  Set<String> tenants() {
    return memberships == null ? strings(jwt.getClaim(Claims.TENANTS)) : memberships.keySet();
  }

  Actor in(TenantId tenant) {
    Object roles = jwt.getClaim(Claims.ROLES);
    Object groups = jwt.getClaim(Claims.GROUPS);
    if (memberships != null && memberships.get(tenant.value()) instanceof Map<?, ?> membership) {
      roles = membership.get("roles");
      groups = membership.get("groups");
    }
    Set<String> known =
        strings(roles).stream().filter(Roles.ALL::contains).collect(Collectors.toSet());
    UserId id = new UserId(jwt.getSubject());
    return new Actor(tenant, id, name(id), kind(), known, strings(groups), onBehalfOf());
  }

  private String name(UserId id) {
    String name = jwt.getClaimAsString(Claims.NAME);
    String username = jwt.getClaimAsString(Claims.USERNAME);
    return name != null ? name : username != null ? username : id.value();
  }

  private Actor.Kind kind() {
    String kind = jwt.getClaimAsString(Claims.KIND);
    if (kind == null) {
      return Actor.Kind.PERSON;
    }
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "worker" -> Actor.Kind.WORKER;
      case "agent" -> Actor.Kind.AGENT;
      default -> Actor.Kind.PERSON;
    };
  }

  private @Nullable UserId onBehalfOf() {
    String person = jwt.getClaimAsString(Claims.ON_BEHALF_OF);
    return person == null || kind() != Actor.Kind.AGENT ? null : new UserId(person);
  }

  private static Set<String> strings(@Nullable Object claim) {
    Set<String> values = new LinkedHashSet<>();
    if (claim instanceof Collection<?> many) {
      many.stream().filter(String.class::isInstance).map(String.class::cast).forEach(values::add);
    }
    return values;
  }
}
