package io.flowmaster.executions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ChangeLogCleanupIT {
  private final ChangeLogCleanup cleanup;
  private final JdbcClient jdbc;
  private final SettableClock clock;

  ChangeLogCleanupIT(ChangeLogCleanup cleanup, JdbcClient jdbc, SettableClock clock) {
    this.cleanup = cleanup;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void onlyOldChangesOfExecutionsWithoutHistoryAreRemoved() {
    Instant now = clock.instant();
    add("cleanup-old", now.minus(Duration.ofDays(2)));
    add("cleanup-new", now);
    cleanup.clean();
    assertThat(count("cleanup-old")).isZero();
    assertThat(count("cleanup-new")).isEqualTo(1);
    clock.forward(Duration.ofDays(2));
    cleanup.clean();
    assertThat(count("cleanup-new")).isZero();
  }

  private void add(String id, Instant at) {
    jdbc.sql(
            """
            insert into executions_change (id, tenant, execution, type, actor, begun_at, ended_at, detail)
            values (:id, 'demo', 'gone', 'EXECUTION_MOVED', 'manager', :at, :at, '{}')
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  private int count(String id) {
    return jdbc.sql("select count(*) from executions_change where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
