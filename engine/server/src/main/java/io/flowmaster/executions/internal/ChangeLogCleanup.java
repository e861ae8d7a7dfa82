package io.flowmaster.executions.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what the change log keeps of executions whose history the engine has cleaned up. */
@Component
class ChangeLogCleanup {
  private static final Duration YOUNGEST = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  ChangeLogCleanup(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Harmless when several nodes do it at once. */
  @Scheduled(cron = "0 30 6 * * *")
  void clean() {
    jdbc.sql(
            """
            delete from executions_change where ended_at < :before
              and not exists (select 1 from ACT_HI_PROCINST p where p.ID_ = execution)
            """)
        .param("before", Timestamp.from(clock.instant().minus(YOUNGEST)))
        .update();
  }
}
