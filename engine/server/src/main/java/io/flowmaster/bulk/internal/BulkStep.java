package io.flowmaster.bulk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.bulk.BulkAction;
import io.flowmaster.bulk.BulkItem;
import io.flowmaster.bulk.BulkItem.Status;
import io.flowmaster.bulk.BulkOutcome;
import io.flowmaster.bulk.BulkWork;
import io.flowmaster.bulk.UndoableBulkAction;
import io.flowmaster.bulk.internal.JdbcBulkItems.Claimed;
import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one item: the effect and the note that it is done are one transaction, under a lock of the
 * item's row, so it is done once however many nodes try.
 */
@Component
class BulkStep {
  private static final Logger LOG = LoggerFactory.getLogger(BulkStep.class);
  private static final int MOST_RACES = 5;
  private static final Duration AFTER_RACE = Duration.ofSeconds(1);
  private static final String LOST_RACE = "concurrent-change";

  private final JdbcBulkItems items;
  private final TransactionTemplate transaction;
  private final EngineScope engine;
  private final Json json;
  private final Clock clock;

  BulkStep(
      JdbcBulkItems items,
      TransactionTemplate transaction,
      EngineScope engine,
      Json json,
      Clock clock) {
    this.items = items;
    this.transaction = transaction;
    this.engine = engine;
    this.json = json;
    this.clock = clock;
  }

  /** The audit log finds what a job did under this request id. */
  static String requestId(String job) {
    return "bulk-" + job;
  }

  void run(JobRow job, String item, BulkAction action, Actor actor) {
    MDC.put("requestId", requestId(job.id()));
    try {
      engine.actingAs(actor, () -> transaction.execute(status -> perform(job, item, action)));
    } catch (Problem refused) {
      settleRefused(job, item, refused);
    } catch (RuntimeException e) {
      LOG.warn("item {} of bulk job {} ({}) failed", item, job.id(), job.action(), e);
      String sentence = "Something went wrong inside the platform; its log says more.";
      fail(job, item, "internal-error", sentence);
    } finally {
      MDC.remove("requestId");
    }
  }

  void fail(JobRow job, String item, String code, String message) {
    decide(job, item, Status.FAILED, code, message, null, null);
  }

  private boolean perform(JobRow job, String item, BulkAction action) {
    Claimed claimed = items.claim(job.id(), item).orElse(null);
    if (claimed == null) {
      return false;
    }
    BulkWork work =
        new BulkWork(
            item,
            job.parameters(),
            json.node(claimed.memory()),
            claimed.attempts() + 1,
            job.reason());
    settle(
        job,
        item,
        job.undoOf() == null ? action.perform(work) : ((UndoableBulkAction) action).undo(work));
    return true;
  }

  private void settle(JobRow job, String item, BulkOutcome outcome) {
    if (outcome instanceof BulkOutcome.Done done) {
      String memory = json.writeIfAny(done.memory());
      decide(job, item, Status.DONE, null, null, done.detail(), memory);
    } else if (outcome instanceof BulkOutcome.Skipped skipped) {
      decide(job, item, Status.SKIPPED, skipped.code(), skipped.reason(), null, null);
    } else if (outcome instanceof BulkOutcome.Failed failed) {
      decide(job, item, Status.FAILED, failed.code(), failed.reason(), failed.detail(), null);
    } else if (outcome instanceof BulkOutcome.Again again) {
      items.putOff(job.id(), item, clock.instant().plus(again.after()), json.write(again.memory()));
    }
  }

  /** The refusal rolled back everything, so what is noted now is a transaction of its own. */
  private void settleRefused(JobRow job, String item, Problem refused) {
    transaction.executeWithoutResult(
        status -> {
          Claimed claimed = items.claim(job.id(), item).orElse(null);
          if (claimed == null) {
            return;
          }
          if (refused.code().equals(LOST_RACE) && claimed.attempts() < MOST_RACES) {
            items.putOff(job.id(), item, clock.instant().plus(AFTER_RACE), claimed.memory());
          } else {
            fail(job, item, refused.code(), String.valueOf(refused.getMessage()));
          }
        });
  }

  private void decide(
      JobRow job,
      String item,
      Status status,
      @Nullable String code,
      @Nullable String message,
      @Nullable JsonNode detail,
      @Nullable String memory) {
    items.decide(
        job.id(), new BulkItem(item, status, code, message, detail, clock.instant()), memory);
  }
}
