package io.flowmaster.events.internal;

import io.flowmaster.events.internal.KafkaProperties.Intake;
import io.flowmaster.events.internal.KafkaRecords.Received;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads topics, one record after the other, and says that it has one when the database has it. What
 * can never be taken in is set aside at once, what cannot be now after some tries; while the
 * platform's own database is away, nothing moves.
 */
@Component
@ConditionalOnProperty(KafkaSettings.CONFIGURED)
class KafkaIntake implements SmartLifecycle {
  private static final Set<ProblemKind> LASTING =
      Set.of(
          ProblemKind.MALFORMED,
          ProblemKind.UNACCEPTABLE,
          ProblemKind.TOO_LARGE,
          ProblemKind.FORBIDDEN);
  private static final int RETRIES = 4;
  private static final long FIRST_PAUSE = 500;
  private static final long LONGEST_PAUSE = 30_000;
  private static final Duration LOGIN_AGAIN = Duration.ofSeconds(30);
  private final KafkaSettings settings;
  private final KafkaProperties properties;
  private final RecordIntake intake;
  private final JdbcDeadRecords dead;
  private final CurrentActor current;
  private volatile @Nullable KafkaMessageListenerContainer<byte[], byte[]> container;
  private volatile Map<String, Intake> topics = Map.of();

  KafkaIntake(
      KafkaSettings settings,
      KafkaProperties properties,
      RecordIntake intake,
      JdbcDeadRecords dead,
      CurrentActor current) {
    this.settings = settings;
    this.properties = properties;
    this.intake = intake;
    this.dead = dead;
    this.current = current;
  }

  @Override
  public void start() {
    topics = intake.topics();
    if (topics.isEmpty()) {
      return;
    }
    ContainerProperties what = new ContainerProperties(topics.keySet().toArray(String[]::new));
    what.setGroupId(properties.group());
    what.setAckMode(AckMode.RECORD);
    what.setAuthExceptionRetryInterval(LOGIN_AGAIN);
    what.setMessageListener((MessageListener<byte[], byte[]>) this::take);
    KafkaMessageListenerContainer<byte[], byte[]> made =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(settings.consumer()), what);
    made.setBeanName("events-intake");
    made.setCommonErrorHandler(errors());
    made.start();
    container = made;
  }

  private DefaultErrorHandler errors() {
    DefaultErrorHandler handler =
        new DefaultErrorHandler(
            (entry, failure) -> setAside(entry, cause(failure)),
            backOff(new ExponentialBackOffWithMaxRetries(RETRIES)));
    handler.setBackOffFunction(
        (entry, failure) -> {
          Throwable cause = cause(failure);
          if (cause instanceof DataAccessException || cause instanceof TransactionException) {
            return backOff(new ExponentialBackOff());
          }
          return cause instanceof Problem problem && LASTING.contains(problem.kind())
              ? new FixedBackOff(0, 0)
              : null;
        });
    return handler;
  }

  private static BackOff backOff(ExponentialBackOff pauses) {
    pauses.setInitialInterval(FIRST_PAUSE);
    pauses.setMultiplier(2);
    pauses.setMaxInterval(LONGEST_PAUSE);
    return pauses;
  }

  private static Throwable cause(Exception failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }

  private void take(ConsumerRecord<byte[], byte[]> entry) {
    String tenant = tenant(entry);
    current.as(
        RecordIntake.actor(tenant, entry.topic()),
        () -> {
          intake.take(received(entry), tenant);
          return true;
        });
  }

  private String tenant(ConsumerRecord<?, ?> entry) {
    Intake known = topics.get(entry.topic());
    if (known == null) {
      throw new IllegalStateException("nobody asked for the topic " + entry.topic());
    }
    return known.tenant();
  }

  private static Received received(ConsumerRecord<?, ?> entry) {
    byte[] value = entry.value() instanceof byte[] bytes ? bytes : new byte[0];
    return new Received(
        entry.topic(), entry.partition(), entry.offset(), Received.headers(entry.headers()), value);
  }

  private void setAside(ConsumerRecord<?, ?> entry, Throwable cause) {
    String tenant = tenant(entry);
    String reason =
        cause instanceof Problem problem
            ? reason(problem)
            : "It failed: " + cause.getClass().getSimpleName();
    current.as(
        RecordIntake.actor(tenant, entry.topic()),
        () -> {
          dead.setAside(new TenantId(tenant), received(entry), reason);
          return true;
        });
  }

  /** The faults themselves where the sentence only says that there are some. */
  static String reason(Problem problem) {
    if (problem.errors().isEmpty()) {
      return String.valueOf(problem.getMessage());
    }
    StringBuilder all = new StringBuilder();
    problem
        .errors()
        .forEach(e -> all.append(e.pointer()).append(' ').append(e.detail()).append(' '));
    return all.toString().strip();
  }

  /** Connections to brokers; empty when no topic is read on this node. */
  OptionalDouble connections() {
    KafkaMessageListenerContainer<byte[], byte[]> running = container;
    if (running == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        running.metrics().values().stream()
            .flatMap(metrics -> metrics.entrySet().stream())
            .filter(metric -> metric.getKey().name().equals("connection-count"))
            .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
            .sum());
  }

  @Override
  public void stop() {
    KafkaMessageListenerContainer<byte[], byte[]> running = container;
    container = null;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return container != null;
  }
}
