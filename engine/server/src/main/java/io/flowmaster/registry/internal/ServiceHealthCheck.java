package io.flowmaster.registry.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import io.flowmaster.platform.Problem;
import java.io.IOException;
import java.net.URI;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the health addresses of services, on one node at a time, and forgets what is long silent.
 */
@Configuration(proxyBeanMethods = false)
class ServiceHealthCheck {
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final int MOST_BYTES = 65_536;
  private static final int LONGEST_CAUSE = 300;
  private static final int BATCH = 200;
  private static final int AT_ONCE = 8;
  private static final int MULTIPLE_CHOICES = 300;
  private static final int OK = 200;
  private final JdbcClient jdbc;
  private final OutboundHttp http;
  private final RegistryProperties properties;
  private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("registry-health-");
  private final Clock clock;

  ServiceHealthCheck(
      JdbcClient jdbc, OutboundHttp http, RegistryProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.http = http;
    this.properties = properties;
    threads.setConcurrencyLimit(AT_ONCE);
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> registryHealthTask() {
    return Tasks.recurring("registry-health", FixedDelay.of(properties.checkEvery()))
        .execute((instance, context) -> run());
  }

  void run() {
    Timestamp forgotten = Timestamp.from(clock.instant().minus(properties.keep()));
    jdbc.sql("delete from registry_service where beat_at < :before and health_path is null")
        .param("before", forgotten)
        .update();
    for (String table : List.of("registry_worker", "registry_node")) {
      jdbc.sql("delete from " + table + " where beat_at < :before")
          .param("before", forgotten)
          .update();
    }
    String last = "";
    List<ServiceRow> rows;
    do {
      rows =
          jdbc.sql(
                  """
                  select * from registry_service where health_path is not null and id > :last
                  order by id limit :batch
                  """)
              .param("last", last)
              .param("batch", BATCH)
              .query(ServiceRow::of)
              .list();
      // At once, so that some that hang do not hold up the others for long.
      CompletableFuture.allOf(
              rows.stream()
                  .map(row -> CompletableFuture.runAsync(() -> check(row), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
      last = rows.isEmpty() ? last : rows.get(rows.size() - 1).id();
    } while (rows.size() == BATCH);
  }

  private void check(ServiceRow row) {
    String cause = fault(row);
    boolean healthy = cause == null;
    Instant now = clock.instant();
    boolean isChange = row.healthy() == null || row.healthy() != healthy;
    jdbc.sql(
            """
            update registry_service set healthy = :healthy, cause = :cause, since = :since,
              beat_at = case when :healthy then :now else beat_at end
            where id = :id
            """)
        .param("healthy", healthy)
        .param("cause", cause, Types.VARCHAR)
        .param("since", Timestamp.from(isChange ? now : row.since()))
        .param("now", Timestamp.from(now))
        .param("id", row.id())
        .update();
  }

  private @Nullable String fault(ServiceRow row) {
    try {
      URI address = URI.create(row.url().replaceFirst("/$", "") + row.healthPath());
      OutboundRequest request =
          new OutboundRequest("GET", address, Map.of(), null, LONGEST, MOST_BYTES, false, null);
      int status = http.send(request).status();
      return status >= OK && status < MULTIPLE_CHOICES ? null : "it answered " + status;
    } catch (Problem refused) {
      return shortened(String.valueOf(refused.getMessage()));
    } catch (IOException e) {
      return shortened("it does not answer: " + e.getMessage());
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
  }
}
