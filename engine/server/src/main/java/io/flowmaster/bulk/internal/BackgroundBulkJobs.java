package io.flowmaster.bulk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.flowmaster.bulk.BulkAction;
import io.flowmaster.bulk.BulkItem;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.bulk.BulkJobCancelled;
import io.flowmaster.bulk.BulkJobEnded;
import io.flowmaster.bulk.BulkJobId;
import io.flowmaster.bulk.BulkJobNotFound;
import io.flowmaster.bulk.BulkJobStarted;
import io.flowmaster.bulk.BulkJobs;
import io.flowmaster.bulk.BulkNotAllowed;
import io.flowmaster.bulk.BulkNotUndoable;
import io.flowmaster.bulk.NewBulkJob;
import io.flowmaster.bulk.TooManyBulkJobs;
import io.flowmaster.bulk.TooManyItems;
import io.flowmaster.bulk.UndoableBulkAction;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Jobs in tables, worked off by {@link BulkSlice} on the scheduler's threads. */
@Service
class BackgroundBulkJobs implements BulkJobs {
  private final JdbcBulkJobs jobs;
  private final JdbcBulkItems items;
  private final BulkActions actions;
  private final BulkActors actors;
  private final Scheduler scheduler;
  private final BulkProperties properties;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  BackgroundBulkJobs(
      JdbcBulkJobs jobs,
      JdbcBulkItems items,
      BulkActions actions,
      BulkActors actors,
      Scheduler scheduler,
      BulkProperties properties,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.jobs = jobs;
    this.items = items;
    this.actions = actions;
    this.actors = actors;
    this.scheduler = scheduler;
    this.properties = properties;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @Override
  @Transactional
  public BulkJob create(NewBulkJob job) {
    BulkAction action =
        actions
            .find(job.action())
            .orElseThrow(() -> new IllegalArgumentException("no action " + job.action()));
    return create(
        action,
        job.parameters(),
        job.reason(),
        null,
        id ->
            items.settle(
                id, current.tenant(), job.items(), clock.instant(), properties.mostItems() + 1));
  }

  private BulkJob create(
      BulkAction action,
      Map<String, JsonNode> parameters,
      @Nullable String reason,
      @Nullable String undoOf,
      ToIntFunction<String> settle) {
    Actor actor = current.get();
    if (!BulkActors.allows(action, actor)) {
      throw new BulkNotAllowed();
    }
    if (jobs.count(actor.tenant(), null, BulkJob.Status.RUNNING.name()) >= properties.mostJobs()) {
      throw new TooManyBulkJobs(properties.mostJobs());
    }
    String id = Ids.next();
    Instant now = clock.instant();
    int total = settle.applyAsInt(id);
    if (total > properties.mostItems()) {
      throw new TooManyItems(properties.mostItems());
    }
    JobRow row =
        new JobRow(
            id,
            action.name(),
            parameters,
            reason,
            BulkJob.Status.RUNNING,
            total,
            new ItemCounts(0, 0, 0),
            undoOf,
            null,
            actor,
            actors.isMember(actor),
            now,
            null);
    jobs.add(row);
    BulkJobId undone = undoOf == null ? null : new BulkJobId(undoOf);
    events.publishEvent(
        new BulkJobStarted(actor.tenant(), new BulkJobId(id), action.name(), total, undone, now));
    schedule(id, now);
    return row.view(false);
  }

  /** In this transaction; right after its commit this node looks for work. */
  private void schedule(String id, Instant now) {
    scheduler.schedule(new TaskInstance<>(BulkSchedule.TASK, id), now);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  @Override
  public BulkJob get(BulkJobId id) {
    return view(row(id));
  }

  @Override
  public Page<BulkJob> list(BulkJob.@Nullable Status status, PageQuery page) {
    String only = status == null ? null : status.name();
    List<JobRow> found = jobs.page(current.tenant(), creator(), only, page);
    Long total = page.count() ? jobs.count(current.tenant(), creator(), only) : null;
    return Page.of(found, page, row -> List.of(row.id()), total).map(this::view);
  }

  @Override
  public Page<BulkItem> items(BulkJobId id, BulkItem.@Nullable Status status, PageQuery page) {
    JobRow job = row(id);
    List<BulkItem> found = items.page(current.tenant(), job.id(), status, page);
    Long total = page.count() ? items.count(current.tenant(), job.id(), status) : null;
    return Page.of(found, page, item -> List.of(item.id()), total);
  }

  @Override
  @Transactional
  public BulkJob cancel(BulkJobId id) {
    JobRow job = row(id);
    if (job.status() == BulkJob.Status.FINISHED) {
      throw new BulkJobEnded();
    }
    Instant now = clock.instant();
    if (jobs.end(job.id(), BulkJob.Status.CANCELLED, now)) {
      int notDone = items.dropPending(job.id(), now);
      jobs.progress(job.id(), items.counts(job.id()));
      events.publishEvent(new BulkJobCancelled(current.tenant(), id, job.action(), notDone, now));
    }
    JobRow after = row(id);
    if (after.status() == BulkJob.Status.FINISHED) {
      throw new BulkJobEnded();
    }
    return view(after);
  }

  @Override
  @Transactional
  public BulkJob undo(BulkJobId id) {
    JobRow job = row(id);
    BulkAction action =
        actions
            .find(job.action())
            .filter(UndoableBulkAction.class::isInstance)
            .orElseThrow(() -> new BulkNotUndoable("What this job did cannot be taken back."));
    if (job.undoOf() != null) {
      throw new BulkNotUndoable("This job undid another. Make a new one to do it again.");
    }
    if (!job.hasEnded()) {
      throw new BulkNotUndoable("The job is still under way. Cancel it or wait for its end.");
    }
    return create(action, job.parameters(), job.reason(), job.id(), undo -> settle(job, undo));
  }

  private int settle(JobRow undone, String undo) {
    if (!jobs.undone(undone.id(), undo)) {
      throw new BulkNotUndoable("The job was undone before.");
    }
    return items.settleDoneOf(undone.id(), undo, current.tenant(), clock.instant());
  }

  private JobRow row(BulkJobId id) {
    return jobs.find(current.tenant(), id.value(), creator()).orElseThrow(BulkJobNotFound::new);
  }

  private BulkJob view(JobRow row) {
    boolean undoable =
        row.undoOf() == null
            && actions.find(row.action()).filter(UndoableBulkAction.class::isInstance).isPresent();
    return row.view(undoable);
  }

  /** Whose jobs the actor sees: null for everybody's. */
  private @Nullable String creator() {
    Actor actor = current.get();
    return actor.hasAny(Roles.ADMIN, Roles.MANAGER, Roles.DEVELOPER) ? null : actor.id().value();
  }
}
