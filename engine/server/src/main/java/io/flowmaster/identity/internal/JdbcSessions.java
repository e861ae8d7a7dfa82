package io.flowmaster.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sessions (token families) and their one-time tokens, whichever way the session began: by password
 * or through the authorization server.
 */
@Component
class JdbcSessions {
  static final String REFRESH = "refresh";
  static final String CODE = "code";

  /** The version of a session that is no more. */
  static final int OVER = -1;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  JdbcSessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Told after each ending of sessions by this node. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  void open(Session session) {
    jdbc.sql(
            """
            insert into identity_session
              (id, principal, client, grant_type, scopes, attributes, version, created_at, expires_at)
            values (:id, :principal, :client, :grant, :scopes, :attributes, :version, :at, :expires)
            """)
        .param("id", session.id())
        .param("principal", session.principal())
        .param("client", session.client())
        .param("grant", session.grantType())
        .param("scopes", WordSet.write(session.scopes()))
        .param("attributes", session.attributes())
        .param("version", session.version())
        .param("at", Timestamp.from(session.createdAt()))
        .param("expires", Timestamp.from(session.expiresAt()))
        .update();
  }

  void extend(String session, Instant expiresAt) {
    jdbc.sql("update identity_session set expires_at = :expires where id = :id")
        .param("expires", Timestamp.from(expiresAt))
        .param("id", session)
        .update();
  }

  /** The session, also when it is over. */
  Optional<Session> find(String id) {
    return jdbc.sql("select * from identity_session where id = :id")
        .param("id", id)
        .query((row, n) -> session(row))
        .optional();
  }

  /** The session's version; {@link #OVER} when it has ended or is unknown. */
  int version(String id) {
    return find(id).filter(s -> s.activeAt(clock.instant())).map(Session::version).orElse(OVER);
  }

  void addToken(String session, String kind, String value, Instant issuedAt, Instant expiresAt) {
    jdbc.sql(
            """
            insert into identity_token (hash, session_id, kind, issued_at, expires_at)
            values (:hash, :session, :kind, :issued, :expires)
            """)
        .param("hash", TokenHash.of(value))
        .param("session", session)
        .param("kind", kind)
        .param("issued", Timestamp.from(issuedAt))
        .param("expires", Timestamp.from(expiresAt))
        .update();
  }

  Optional<OneTimeToken> token(String kind, String value) {
    return jdbc.sql("select * from identity_token where hash = :hash and kind = :kind")
        .param("hash", TokenHash.of(value))
        .param("kind", kind)
        .query((row, n) -> token(row))
        .optional();
  }

  /** Uses a token up; false when somebody was faster. */
  boolean use(String value) {
    return jdbc.sql(
                "update identity_token set used_at = :now where hash = :hash and used_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("hash", TokenHash.of(value))
            .update()
        == 1;
  }

  void end(String session) {
    jdbc.sql("update identity_session set revoked_at = :now where id = :id and revoked_at is null")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", session)
        .update();
    changed();
  }

  /** Ends all sessions of a user or client. */
  void endAll(String principal) {
    jdbc.sql(
            """
            update identity_session set revoked_at = :now where principal = :principal and revoked_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("principal", principal)
        .update();
    changed();
  }

  /** Makes the holders of these principals' access tokens refresh them, to have the new rights. */
  void renew(Collection<String> principals) {
    if (principals.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update identity_session set version = version + 1
            where principal in (:principals) and revoked_at is null
            """)
        .param("principals", principals)
        .update();
    changed();
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
  void forgetExpired() {
    jdbc.sql("delete from identity_session where expires_at < :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private void changed() {
    listeners.forEach(AfterCommit::run);
  }

  private static Session session(ResultSet row) throws SQLException {
    Timestamp revoked = row.getTimestamp("revoked_at");
    return new Session(
        row.getString("id"),
        row.getString("principal"),
        row.getString("client"),
        row.getString("grant_type"),
        WordSet.read(row.getString("scopes")),
        row.getString("attributes"),
        row.getInt("version"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        revoked == null ? null : revoked.toInstant());
  }

  private static OneTimeToken token(ResultSet row) throws SQLException {
    return new OneTimeToken(
        row.getString("session_id"),
        row.getTimestamp("issued_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getTimestamp("used_at") != null);
  }

  /**
   * @param principal id of the user or client
   * @param client id of the client that the session was opened for
   * @param attributes JSON that only the authorization server reads
   * @param version counts up when the principal's rights change
   */
  record Session(
      String id,
      String principal,
      String client,
      String grantType,
      Set<String> scopes,
      String attributes,
      int version,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant revokedAt) {

    boolean activeAt(Instant now) {
      return revokedAt == null && now.isBefore(expiresAt);
    }
  }

  /** A refresh token or an authorization code. */
  record OneTimeToken(String session, Instant issuedAt, Instant expiresAt, boolean used) {}
}
