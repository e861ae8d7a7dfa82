package io.flowmaster.worker.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.WireValue;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Results in a table of the application's own database, written in the transaction in which the
 * method works: what it did there and its result are kept together or not at all. A task that comes
 * again, after a crash or to another worker on the same database, gets the kept result without
 * being worked again.
 */
final class JdbcInbox implements Inbox {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final String TABLE =
      """
      create table if not exists flowmaster_worker_inbox (
        task_id varchar(64) primary key,
        topic varchar(255) not null,
        result varchar(1000000) not null,
        done_at timestamp not null)
      """;
  private static final Duration PURGE_EVERY = Duration.ofHours(1);
  private static final TypeReference<Map<String, WireValue>> RESULT = new TypeReference<>() {};
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final ObjectMapper json = new ObjectMapper();
  private final Clock clock;
  private final Duration keep;
  private volatile Instant purgeAt = Instant.MIN;

  /** Creates the table when it is not there. */
  JdbcInbox(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock, Duration keep) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.keep = keep;
    jdbc.execute(TABLE);
  }

  @Override
  public @Nullable Map<String, WireValue> once(LockedTask task, Work work) throws Exception {
    Map<String, WireValue> known = find(task);
    if (known != null) {
      LOG.info("Task {} of {} was worked before", task.id(), task.topicName());
      return known;
    }
    try {
      return transaction.execute(
          status -> {
            try {
              Map<String, WireValue> result = work.call();
              keep(task, result);
              return result;
            } catch (RuntimeException e) {
              throw e;
            } catch (Exception e) {
              throw new Checked(e);
            }
          });
    } catch (Checked e) {
      throw e.exception;
    } catch (DuplicateKeyException e) {
      Map<String, WireValue> other = find(task);
      if (other == null) {
        throw e;
      }
      return other;
    }
  }

  @Override
  public void forget(LockedTask task) {
    try {
      jdbc.update("delete from flowmaster_worker_inbox where task_id = ?", task.id());
      purge();
    } catch (DataAccessException e) {
      LOG.info("The kept result of task {} stays for a while: {}", task.id(), e.getMessage());
    }
  }

  private void keep(LockedTask task, @Nullable Map<String, WireValue> result)
      throws JsonProcessingException {
    if (result != null) {
      jdbc.update(
          "insert into flowmaster_worker_inbox (task_id, topic, result, done_at) values (?, ?, ?, ?)",
          task.id(),
          task.topicName(),
          json.writeValueAsString(result),
          Timestamp.from(clock.instant()));
    }
  }

  private @Nullable Map<String, WireValue> find(LockedTask task) throws JsonProcessingException {
    List<String> found =
        jdbc.queryForList(
            "select result from flowmaster_worker_inbox where task_id = ?",
            String.class,
            task.id());
    return found.isEmpty() ? null : json.readValue(found.get(0), RESULT);
  }

  /** Rows that nobody came for: their executions have ended otherwise. */
  private void purge() {
    Instant now = clock.instant();
    if (now.isAfter(purgeAt)) {
      purgeAt = now.plus(PURGE_EVERY);
      jdbc.update(
          "delete from flowmaster_worker_inbox where done_at < ?", Timestamp.from(now.minus(keep)));
    }
  }

  /** Carries a checked exception through the transaction, which it rolls back. */
  private static final class Checked extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Exception exception;

    Checked(Exception exception) {
      super(exception);
      this.exception = exception;
    }
  }
}
