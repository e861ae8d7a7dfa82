package io.flowmaster.worker.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the workers of this application reach the platform and how they work.
 *
 * @param enabled whether the methods work at all
 * @param transport how the platform is reached
 * @param url the platform, for example {@code https://flowmaster.example.com}; without it the
 *     platform is this very application: its engine if it has one, else the port that it serves
 * @param clientId OAuth2 client of the machine; without it requests carry no token
 * @param clientSecret secret of that client
 * @param tenant tenant to work for; needed when the client has more than one
 * @param concurrency how many tasks of a topic are worked at the same time
 * @param totalConcurrency how many tasks of all topics together
 * @param virtualThreads whether each task has a virtual thread; where the JVM has them (21 and
 *     newer) when nothing is said
 * @param lockDuration for how long a task is reserved; renewed while it is being worked, so this is
 *     the time after which another worker takes over from one that died
 * @param maxWorkTime how long a method may work on a task; then it is interrupted, and the task has
 *     failed
 * @param answerTimeout for how long the answer to a worked task is sent again and again when the
 *     platform does not take it
 * @param pollTimeout how long the platform keeps a request for tasks open when there are none
 * @param usePriority whether tasks of a higher priority come first
 * @param oldestFirst whether tasks that have waited longest come first
 * @param retries how often a failed task is tried again before it becomes an incident
 * @param backoff pause before the first retry; doubles with each further one
 * @param maxBackoff the longest pause
 * @param jitter by which part the pauses vary, so that what failed together is not tried together
 * @param shutdownTimeout how long running work may take to end when the application stops
 * @param announceEvery how often the platform is told who works here; 0 for never
 * @param breaker when a topic pauses because its method keeps failing
 * @param inbox whether results are kept in a table until the platform has them
 * @param topics settings of single topics, by their name
 */
@ConfigurationProperties("flowmaster.worker")
record WorkerProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("auto") Transport transport,
    @Nullable URI url,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String tenant,
    @DefaultValue("8") int concurrency,
    @DefaultValue("64") int totalConcurrency,
    @Nullable Boolean virtualThreads,
    @DefaultValue("PT1M") Duration lockDuration,
    @DefaultValue("PT1H") Duration maxWorkTime,
    @DefaultValue("PT10M") Duration answerTimeout,
    @DefaultValue("PT5S") Duration pollTimeout,
    @DefaultValue("true") boolean usePriority,
    @DefaultValue("false") boolean oldestFirst,
    @DefaultValue("3") int retries,
    @DefaultValue("PT5S") Duration backoff,
    @DefaultValue("PT5M") Duration maxBackoff,
    @DefaultValue("0.2") double jitter,
    @DefaultValue("PT20S") Duration shutdownTimeout,
    @DefaultValue("PT10S") Duration announceEvery,
    @DefaultValue Breaker breaker,
    @DefaultValue Inbox inbox,
    @DefaultValue Map<String, Topic> topics) {
  private static final Duration SHORTEST_LOCK = Duration.ofSeconds(3);
  private static final int MOST_DOUBLINGS = 20;

  /** How the platform is reached. */
  enum Transport {
    /** A bean of this application (in process, when it has an engine) where no url is set. */
    AUTO,
    REST
  }

  /**
   * When a topic pauses.
   *
   * @param enabled whether topics pause at all
   * @param window of how many last tasks the failures are counted
   * @param minimumTasks how many of them there have to be
   * @param failureRate percentage of failures at which the topic pauses
   * @param pause for how long nothing is fetched; then a few tasks are tried
   */
  record Breaker(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("20") int window,
      @DefaultValue("10") int minimumTasks,
      @DefaultValue("80") float failureRate,
      @DefaultValue("PT30S") Duration pause) {}

  /**
   * The table of results that the platform has not acknowledged.
   *
   * @param enabled whether there is one; the application's own database holds it
   * @param keep after what time a row is removed that nobody came for
   */
  record Inbox(@DefaultValue("false") boolean enabled, @DefaultValue("P7D") Duration keep) {}

  /**
   * What is different for one topic; null as everywhere.
   *
   * @param enabled whether it is worked at all
   * @param concurrency how many tasks at the same time
   * @param ratePerSecond how many tasks in a second at most
   * @param lockDuration for how long a task is reserved
   * @param maxWorkTime how long a method may work on a task
   * @param retries how often a failed task is tried again
   */
  record Topic(
      @DefaultValue("true") boolean enabled,
      @Nullable Integer concurrency,
      @Nullable Double ratePerSecond,
      @Nullable Duration lockDuration,
      @Nullable Duration maxWorkTime,
      @Nullable Integer retries) {
    static final Topic USUAL = new Topic(true, null, null, null, null, null);

    Topic {
      require(concurrency == null || concurrency > 0, "concurrency of a topic is at least 1");
      require(ratePerSecond == null || ratePerSecond > 0, "rate-per-second is more than 0");
      require(retries == null || retries >= 0, "retries of a topic must not be negative");
      requireLock(lockDuration);
    }
  }

  WorkerProperties {
    require(concurrency > 0, "concurrency must be at least 1");
    require(totalConcurrency > 0, "total-concurrency must be at least 1");
    require(retries >= 0, "retries must not be negative");
    require(jitter >= 0 && jitter < 1, "jitter is at least 0 and less than 1");
    require(clientId == null || clientSecret != null, "client-secret is missing");
    require(!backoff.isNegative() && !backoff.isZero(), "backoff is longer than nothing");
    requireLock(lockDuration);
  }

  Topic topic(String name) {
    return topics.getOrDefault(name, Topic.USUAL);
  }

  /** The pause before a retry, without jitter; the first retry has number 1. */
  Duration pause(int retry) {
    int doublings = Math.min(Math.max(retry - 1, 0), MOST_DOUBLINGS);
    Duration pause = backoff.multipliedBy(1L << doublings);
    return pause.compareTo(maxBackoff) < 0 ? pause : maxBackoff;
  }

  /** The same, a little longer or shorter. */
  Duration varied(Duration pause) {
    double factor = jitter == 0 ? 1 : 1 + ThreadLocalRandom.current().nextDouble(-jitter, jitter);
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }

  private static void requireLock(@Nullable Duration duration) {
    require(
        duration == null || duration.compareTo(SHORTEST_LOCK) >= 0,
        "lock-duration is at least 3 s");
  }

  private static void require(boolean valid, String what) {
    if (!valid) {
      throw new IllegalArgumentException("flowmaster.worker: " + what);
    }
  }
}
