package io.flowmaster.events.internal;

import io.flowmaster.events.LoggedEvent;
import io.flowmaster.events.internal.JdbcRelayPosition.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Tells the log to Kafka, a short while at a time and on one node at a time. The log is the buffer:
 * while there is no broker nothing is read, and its place is kept until the broker has confirmed
 * everything before it. When a record fails, the producer is thrown away with what it still holds,
 * so that nothing overtakes it.
 */
@Component
@ConditionalOnProperty(KafkaSettings.CONFIGURED)
class KafkaEventRelay implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaEventRelay.class);
  private static final int BATCH = 100;
  private static final Duration SLICE = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 5;
  private final JdbcEventLog log;
  private final JdbcRelayPosition positions;
  private final KafkaSettings settings;
  private final KafkaRecords records;
  private final KafkaProperties properties;
  private final TypePattern types;
  private final Clock clock;
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private volatile boolean isResting;

  KafkaEventRelay(
      JdbcEventLog log,
      JdbcRelayPosition positions,
      KafkaSettings settings,
      KafkaRecords records,
      KafkaProperties properties,
      Clock clock) {
    this.log = log;
    this.positions = positions;
    this.settings = settings;
    this.records = records;
    this.properties = properties;
    this.types = TypePattern.of(properties.types());
    this.clock = clock;
  }

  /** What became of a batch: all before {@code told} is with the broker or given up. */
  private record Outcome(long told, int tooLarge, @Nullable String error) {}

  /** Whether it failed here lately and pauses: news are no reason to try earlier. */
  boolean isResting() {
    return isResting;
  }

  /** A turn; answers when the next is due. */
  synchronized Instant work() {
    long until = System.nanoTime() + SLICE.toNanos();
    List<LoggedEvent> batch;
    do {
      Standing standing = positions.read();
      batch = log.after(standing.position(), BATCH);
      if (batch.isEmpty()) {
        return clock.instant().plus(IDLE);
      }
      Outcome outcome = tell(batch);
      long gap = standing.position() == 0 ? 0 : batch.get(0).seq() - standing.position() - 1;
      long told = Math.max(outcome.told(), standing.position());
      if (told > standing.position()
          && !positions.move(standing.position(), told, gap + outcome.tooLarge())) {
        return clock.instant().plus(IDLE);
      }
      isResting = outcome.error() != null;
      if (outcome.error() != null) {
        return failed(outcome.error());
      }
    } while (batch.size() == BATCH && System.nanoTime() < until);
    return batch.size() == BATCH ? clock.instant() : clock.instant().plus(IDLE);
  }

  private Instant failed(String error) {
    positions.failed(error);
    int failures = positions.read().failures();
    if (failures == 1) {
      LOG.warn("Kafka does not take events, they wait in the log: {}", error);
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private record Sent(long seq, Future<RecordMetadata> result) {}

  private Outcome tell(List<LoggedEvent> batch) {
    List<Sent> sent = new ArrayList<>();
    try {
      KafkaProducer<byte[], byte[]> open = producer();
      for (LoggedEvent event : batch) {
        if (types.matches(event.event().type())) {
          sent.add(new Sent(event.seq(), send(open, event)));
        }
      }
      open.flush();
    } catch (KafkaException | IllegalStateException e) {
      // Closed after a failure, whose record is among those that were sent, or nothing was.
      LOG.debug("the rest of the batch waits", e);
      if (sent.isEmpty()) {
        close();
        return new Outcome(batch.get(0).seq() - 1, 0, name(e));
      }
    }
    return outcome(batch, sent);
  }

  private Future<RecordMetadata> send(KafkaProducer<byte[], byte[]> open, LoggedEvent event) {
    String topic =
        properties.topic().replace(KafkaProperties.TENANT, event.event().tenant().value());
    return open.send(
        records.write(topic, event, properties.mode()),
        (stands, failure) -> {
          if (failure != null && !(failure instanceof RecordTooLargeException)) {
            open.close(Duration.ZERO);
          }
        });
  }

  private Outcome outcome(List<LoggedEvent> batch, List<Sent> sent) {
    int tooLarge = 0;
    for (Sent each : sent) {
      try {
        each.result().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RecordTooLargeException)) {
          close();
          return new Outcome(each.seq() - 1, tooLarge, name(e.getCause()));
        }
        tooLarge++;
        LOG.warn("Event {} is too large for Kafka, it is not told there", each.seq());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        close();
        return new Outcome(each.seq() - 1, tooLarge, "The node stops.");
      }
    }
    return new Outcome(batch.get(batch.size() - 1).seq(), tooLarge, null);
  }

  private static String name(@Nullable Throwable failure) {
    return failure == null ? "" : failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = settings.producer("relay");
    }
    return producer;
  }

  private void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  @Override
  public synchronized void destroy() {
    close();
  }
}
