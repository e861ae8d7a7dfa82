package io.flowmaster.identity.internal;

import io.flowmaster.identity.LoginLocked;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts failed logins by the name that was typed and locks the name for a time. Names that nobody
 * has are counted and locked just the same, so that the answers tell nobody which ones exist.
 */
@Component
class JdbcLoginGuard {
  private final JdbcClient jdbc;
  private final IdentityProperties properties;
  private final Clock clock;

  JdbcLoginGuard(JdbcClient jdbc, IdentityProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  void requireUnlocked(String username) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            select locked_until from identity_login_failure
            where username = :name and locked_until > :now
            """)
        .param("name", username)
        .param("now", Timestamp.from(now))
        .query(Timestamp.class)
        .optional()
        .ifPresent(
            until -> {
              throw new LoginLocked(Duration.between(now, until.toInstant()));
            });
  }

  /** Counts a failure; true when this one locked the name. */
  boolean failed(String username) {
    forgetOld(username);
    if (!countUp(username)) {
      try {
        insert(username);
      } catch (DuplicateKeyException e) {
        countUp(username);
      }
    }
    return jdbc.sql(
                """
                update identity_login_failure set locked_until = :until
                where username = :name and failures >= :most and locked_until is null
                """)
            .param("until", Timestamp.from(clock.instant().plus(properties.lockFor())))
            .param("name", username)
            .param("most", properties.maxFailures())
            .update()
        > 0;
  }

  void succeeded(String username) {
    jdbc.sql("delete from identity_login_failure where username = :name")
        .param("name", username)
        .update();
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
  void forgetOld() {
    jdbc.sql("delete from identity_login_failure where last_at < :before")
        .param("before", forgottenBefore())
        .update();
  }

  private void forgetOld(String username) {
    jdbc.sql("delete from identity_login_failure where username = :name and last_at < :before")
        .param("name", username)
        .param("before", forgottenBefore())
        .update();
  }

  /** Failures further apart than a lock lasts do not add up. */
  private Timestamp forgottenBefore() {
    return Timestamp.from(clock.instant().minus(properties.lockFor()));
  }

  private boolean countUp(String username) {
    return jdbc.sql(
                """
                update identity_login_failure set failures = failures + 1, last_at = :now
                where username = :name
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("name", username)
            .update()
        > 0;
  }

  private void insert(String username) {
    jdbc.sql(
            """
            insert into identity_login_failure (username, failures, last_at) values (:name, 1, :now)
            """)
        .param("name", username)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
