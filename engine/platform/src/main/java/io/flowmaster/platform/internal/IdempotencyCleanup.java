package io.flowmaster.platform.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets idempotency keys that are older than two days. */
@Component
class IdempotencyCleanup {
  private static final Duration KEPT = Duration.ofDays(2);
  private final JdbcClient jdbc;
  private final Clock clock;

  IdempotencyCleanup(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void forget() {
    jdbc.sql("delete from platform_idempotency where created_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }
}
