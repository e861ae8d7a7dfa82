package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.TopicRequest;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A topic that is worked: who works it, how much of it at a time, and how it fares. */
final class Topic {
  private static final int TRIES = 2;
  private static final long NANOS = 1_000_000_000L;
  private final String name;
  private final TopicHandler handler;
  private final TopicRequest request;
  private final int slots;
  private final int retries;
  private final Duration lockDuration;
  private final Duration maxWorkTime;
  private final @Nullable Bucket rate;
  private final long nanosPerTask;
  private final @Nullable CircuitBreaker breaker;
  private final AtomicInteger running = new AtomicInteger();

  Topic(TopicHandler handler, WorkerProperties properties) {
    this.handler = handler;
    this.name = handler.subscription().topicName();
    WorkerProperties.Topic own = properties.topic(name);
    this.slots =
        first(own.concurrency(), positive(handler.concurrency()), properties.concurrency());
    int declared = handler.retries();
    this.retries = first(own.retries(), declared < 0 ? null : declared, properties.retries());
    long asked = handler.subscription().lockDuration();
    this.lockDuration =
        own.lockDuration() != null
            ? own.lockDuration()
            : asked > 0 ? Duration.ofMillis(asked) : properties.lockDuration();
    this.maxWorkTime = own.maxWorkTime() != null ? own.maxWorkTime() : properties.maxWorkTime();
    this.request = handler.subscription().lockedFor(lockDuration.toMillis());
    Double perSecond = own.ratePerSecond();
    this.nanosPerTask = perSecond == null ? 0 : Math.max(1, (long) (NANOS / perSecond));
    this.rate = perSecond == null ? null : bucket(perSecond);
    this.breaker = properties.breaker().enabled() ? breaker(name, properties.breaker()) : null;
  }

  String name() {
    return name;
  }

  TopicHandler handler() {
    return handler;
  }

  TopicRequest request() {
    return request;
  }

  int slots() {
    return slots;
  }

  int retries() {
    return retries;
  }

  Duration lockDuration() {
    return lockDuration;
  }

  Duration maxWorkTime() {
    return maxWorkTime;
  }

  /** How many are being worked. */
  int running() {
    return running.get();
  }

  /** Whether nothing is fetched because the method keeps failing. */
  boolean isPaused() {
    return breaker != null && breaker.getState() == CircuitBreaker.State.OPEN;
  }

  /** How long until it may be asked for a task again, when it may not now. */
  long nanosUntilPermit() {
    return Math.max(nanosPerTask, TimeUnit.MILLISECONDS.toNanos(100));
  }

  /** How many tasks may be fetched, of as many as are wanted; what is not used is given back. */
  int permits(int wanted) {
    int allowed = 0;
    if (breaker == null) {
      allowed = wanted;
    } else {
      while (allowed < wanted && breaker.tryAcquirePermission()) {
        allowed++;
      }
    }
    if (rate == null || allowed == 0) {
      return allowed;
    }
    int inRate = (int) rate.tryConsumeAsMuchAsPossible(allowed);
    releaseBreaker(allowed - inRate);
    return inRate;
  }

  void giveBack(int permits) {
    releaseBreaker(permits);
    if (rate != null && permits > 0) {
      rate.addTokens(permits);
    }
  }

  void begin() {
    running.incrementAndGet();
  }

  /** Once for each {@link #begin}. */
  void end(TaskOutcome outcome, long nanos) {
    running.decrementAndGet();
    if (breaker == null) {
      return;
    }
    switch (outcome) {
      case COMPLETED, BUSINESS_ERROR -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      case FAILED -> breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(name));
      default -> breaker.releasePermission();
    }
  }

  private void releaseBreaker(int permits) {
    for (int i = 0; breaker != null && i < permits; i++) {
      breaker.releasePermission();
    }
  }

  private static Bucket bucket(double perSecond) {
    long tokens = Math.max(1, Math.round(perSecond));
    Duration period = Duration.ofNanos((long) (tokens * NANOS / perSecond));
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, period))
        .build();
  }

  private static CircuitBreaker breaker(String name, WorkerProperties.Breaker settings) {
    return CircuitBreaker.of(
        name,
        CircuitBreakerConfig.custom()
            .slidingWindowSize(settings.window())
            .minimumNumberOfCalls(settings.minimumTasks())
            .failureRateThreshold(settings.failureRate())
            .waitDurationInOpenState(settings.pause())
            .permittedNumberOfCallsInHalfOpenState(TRIES)
            .build());
  }

  private static int first(@Nullable Integer one, @Nullable Integer two, int usual) {
    return one != null ? one : two != null ? two : usual;
  }

  private static @Nullable Integer positive(int number) {
    return number > 0 ? number : null;
  }
}
