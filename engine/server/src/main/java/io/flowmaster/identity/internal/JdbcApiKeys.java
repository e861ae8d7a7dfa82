package io.flowmaster.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Claims;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Finds whom an API key acts for, with the roles that key and owner both have now. The answer is
 * kept for {@code flowmaster.identity.session-cache}.
 */
@Component
class JdbcApiKeys {
  /** By this a leaked key is recognised, by people and by secret scanners. */
  static final String PREFIX = "fmk_";

  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
  private static final long MOST = 10_000;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Cache<String, Holder> holders;

  JdbcApiKeys(JdbcClient jdbc, JdbcSessions sessions, IdentityProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.holders =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(properties.sessionCache()).build();
    sessions.onChange(holders::invalidateAll);
  }

  /**
   * @throws BadJwtException when there is no such key, it has expired, or its owner is gone
   */
  Jwt claims(String key) {
    String hash = TokenHash.of(key);
    Holder holder = holders.getIfPresent(hash);
    if (holder == null) {
      holder = load(hash).orElseThrow(JdbcApiKeys::refused);
      holders.put(hash, holder);
    }
    if (holder.expiresAt() != null && !clock.instant().isBefore(holder.expiresAt())) {
      throw refused();
    }
    return jwt(holder);
  }

  void forgetAfterCommit() {
    AfterCommit.run(holders::invalidateAll);
  }

  private Optional<Holder> load(String hash) {
    Optional<Holder> found =
        jdbc.sql(
                """
                select k.id, k.tenant, k.owner, k.roles, k.expires_at, k.last_used_at,
                  u.name user_name, m.roles user_roles, c.name client_name, c.roles client_roles, c.kind
                from identity_api_key k
                left join identity_membership m on m.tenant = k.tenant and m.user_id = k.owner and m.enabled
                left join identity_user u on u.id = m.user_id
                left join identity_client c on c.tenant = k.tenant and c.id = k.owner and c.deleted_at is null
                where k.secret_hash = :hash
                """)
            .param("hash", hash)
            .query((row, n) -> holder(row))
            .optional()
            .filter(holder -> holder.name() != null);
    found.ifPresent(this::noteUse);
    return found;
  }

  private void noteUse(Holder holder) {
    Instant now = clock.instant();
    if (holder.lastUsedAt() == null || now.isAfter(holder.lastUsedAt().plus(USE_NOTED_EVERY))) {
      jdbc.sql("update identity_api_key set last_used_at = :now where id = :id")
          .param("now", Timestamp.from(now))
          .param("id", holder.id())
          .update();
    }
  }

  private Holder holder(ResultSet row) throws SQLException {
    boolean person = row.getString("user_name") != null;
    Set<String> roles = new HashSet<>(WordSet.read(row.getString("roles")));
    String own = row.getString(person ? "user_roles" : "client_roles");
    roles.retainAll(own == null ? Set.of() : WordSet.read(own));
    String owner = row.getString("owner");
    return new Holder(
        row.getString("id"),
        row.getString("tenant"),
        owner,
        row.getString(person ? "user_name" : "client_name"),
        person ? Actor.Kind.PERSON.name().toLowerCase(Locale.ROOT) : row.getString("kind"),
        roles,
        person ? groups(row.getString("tenant"), owner) : List.of(),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("last_used_at")));
  }

  private List<String> groups(String tenant, String user) {
    return jdbc.sql(
            """
            select group_id from identity_group_member where tenant = :tenant and user_id = :user
            """)
        .param("tenant", tenant)
        .param("user", user)
        .query(String.class)
        .list();
  }

  private static Jwt jwt(Holder holder) {
    Map<String, Object> membership = AccountClaims.membership(holder.roles(), holder.groups());
    return Jwt.withTokenValue(PREFIX + holder.id())
        .header("typ", "api-key")
        .subject(holder.owner())
        .expiresAt(holder.expiresAt())
        .claim(Claims.USERNAME, holder.owner())
        .claim(Claims.NAME, String.valueOf(holder.name()))
        .claim(Claims.KIND, holder.kind())
        .claim(Claims.MEMBERSHIPS, Map.of(holder.tenant(), membership))
        .claim(Claims.ROLES, List.copyOf(holder.roles()))
        .claim(Claims.TENANTS, List.of(holder.tenant()))
        .build();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static BadJwtException refused() {
    return new BadJwtException("no such API key");
  }

  private record Holder(
      String id,
      String tenant,
      String owner,
      @Nullable String name,
      String kind,
      Set<String> roles,
      List<String> groups,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {}
}
