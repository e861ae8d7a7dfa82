package io.flowmaster.bulk.internal;

import io.flowmaster.bulk.BulkAction;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.bulk.BulkJobFinished;
import io.flowmaster.bulk.BulkJobId;
import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on a job for a short while, so that others have their turn, and notes how far it came. */
@Component
class BulkSlice {
  private static final int CHUNK = 50;

  private final JdbcBulkJobs jobs;
  private final JdbcBulkItems items;
  private final BulkActions actions;
  private final BulkActors actors;
  private final BulkStep step;
  private final EngineScope engine;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final BulkProperties properties;
  private final Clock clock;

  BulkSlice(
      JdbcBulkJobs jobs,
      JdbcBulkItems items,
      BulkActions actions,
      BulkActors actors,
      BulkStep step,
      EngineScope engine,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      BulkProperties properties,
      Clock clock) {
    this.jobs = jobs;
    this.items = items;
    this.actions = actions;
    this.actors = actors;
    this.step = step;
    this.engine = engine;
    this.transaction = transaction;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  /** When the job wants its next turn; empty when it has ended. */
  Optional<Instant> work(String id) {
    JobRow job = jobs.find(id).orElse(null);
    if (job == null || job.hasEnded()) {
      return Optional.empty();
    }
    long until = System.nanoTime() + properties.slice().toNanos();
    Optional<BulkAction> action = actions.find(job.action());
    Optional<Actor> actor = action.flatMap(a -> actors.now(job, a));
    List<String> due;
    do {
      due = items.due(id, clock.instant(), CHUNK);
      for (int i = 0; i < due.size() && System.nanoTime() < until; i++) {
        run(job, due.get(i), action, actor);
      }
    } while (!due.isEmpty() && System.nanoTime() < until);
    return transaction.execute(status -> note(job));
  }

  private void run(JobRow job, String item, Optional<BulkAction> action, Optional<Actor> actor) {
    if (action.isEmpty()) {
      step.fail(job, item, "unknown-action", "This version of the platform has no such action.");
    } else if (actor.isEmpty()) {
      step.fail(
          job, item, "forbidden", "Who asked for the job may no longer do this in the tenant.");
    } else {
      step.run(job, item, action.get(), actor.get());
    }
  }

  private Optional<Instant> note(JobRow job) {
    ItemCounts counts = items.counts(job.id());
    jobs.progress(job.id(), counts);
    Optional<Instant> next = items.nextDue(job.id());
    Instant now = clock.instant();
    if (next.isEmpty() && jobs.end(job.id(), BulkJob.Status.FINISHED, now)) {
      engine.actingAs(
          job.actor(),
          () -> {
            events.publishEvent(
                new BulkJobFinished(
                    job.actor().tenant(),
                    new BulkJobId(job.id()),
                    job.action(),
                    counts.done(),
                    counts.failed(),
                    counts.skipped(),
                    now));
            return true;
          });
    }
    return next;
  }
}
