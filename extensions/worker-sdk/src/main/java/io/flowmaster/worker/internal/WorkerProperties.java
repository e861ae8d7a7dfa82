package io.flowmaster.worker.internal;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the workers of this application reach the platform and how they work.
 *
 * @param enabled whether the methods work at all
 * @param url the platform, for example {@code https://flowmaster.example.com}; without it the
 *     platform is this very application, at the port that it serves
 * @param clientId OAuth2 client of the machine; without it requests carry no token
 * @param clientSecret secret of that client
 * @param tenant tenant to work for; needed when the client has more than one
 * @param concurrency how many tasks are worked at the same time
 * @param lockDuration for how long a task is reserved; renewed while it is being worked, so this is
 *     the time after which another worker takes over from one that died
 * @param pollTimeout how long the platform keeps a request for tasks open when there are none
 * @param retries how often a failed task is tried again before it becomes an incident
 * @param backoff pause before the first retry; doubles with each further one
 * @param maxBackoff the longest pause
 * @param shutdownTimeout how long running work may take to end when the application stops
 */
@ConfigurationProperties("flowmaster.worker")
record WorkerProperties(
    @DefaultValue("true") boolean enabled,
    @Nullable URI url,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String tenant,
    @DefaultValue("4") int concurrency,
    @DefaultValue("PT1M") Duration lockDuration,
    @DefaultValue("PT5S") Duration pollTimeout,
    @DefaultValue("3") int retries,
    @DefaultValue("PT5S") Duration backoff,
    @DefaultValue("PT5M") Duration maxBackoff,
    @DefaultValue("PT20S") Duration shutdownTimeout) {

  WorkerProperties {
    require(concurrency > 0, "concurrency must be at least 1");
    require(retries >= 0, "retries must not be negative");
    require(lockDuration.compareTo(Duration.ofSeconds(3)) >= 0, "lock-duration is at least 3 s");
    require(clientId == null || clientSecret != null, "client-secret is missing");
  }

  /** The pause before a retry; the first retry has number 1. */
  Duration pause(int retry) {
    int doublings = Math.min(Math.max(retry - 1, 0), 20);
    Duration pause = backoff.multipliedBy(1L << doublings);
    return pause.compareTo(maxBackoff) < 0 ? pause : maxBackoff;
  }

  private static void require(boolean valid, String what) {
    if (!valid) {
      throw new IllegalArgumentException("flowmaster.worker: " + what);
    }
  }
}
