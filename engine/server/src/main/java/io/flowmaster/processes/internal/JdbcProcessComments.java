package io.flowmaster.processes.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.CommentDeleted;
import io.flowmaster.processes.CommentNotFound;
import io.flowmaster.processes.CommentNotYours;
import io.flowmaster.processes.CommentReopened;
import io.flowmaster.processes.CommentResolved;
import io.flowmaster.processes.ProcessComment;
import io.flowmaster.processes.ProcessCommented;
import io.flowmaster.processes.ProcessComments;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessNotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remarks on elements in the database. */
@Component
@Transactional
class JdbcProcessComments implements ProcessComments {
  private static final int MOST = 2_000;
  private final JdbcProcessStore processes;
  private final JdbcCommentStore comments;
  private final DraftWriter drafts;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcProcessComments(
      JdbcProcessStore processes,
      JdbcCommentStore comments,
      DraftWriter drafts,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.processes = processes;
    this.comments = comments;
    this.drafts = drafts;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<ProcessComment> search(
      ProcessId process, @Nullable String element, @Nullable Boolean resolved, PageQuery page) {
    requireProcess(process);
    return comments.page(process, element, resolved, page);
  }

  @Override
  public ProcessComment write(ProcessId process, String element, String message) {
    drafts.editable(process);
    if (comments.count(process) >= MOST) {
      throw new InvalidValue(
          "comment-count",
          "A process has at most " + MOST + " comments. Delete some that are settled.");
    }
    Actor me = current.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ProcessComment comment =
        new ProcessComment(
            Ids.next(), element, message, me.id().value(), me.name(), now, null, null);
    comments.insert(me.tenant(), process, comment);
    tell(new ProcessCommented(me.tenant(), process, comment.id(), element, message, now));
    return comment;
  }

  @Override
  public ProcessComment settle(ProcessId process, String id, boolean resolved) {
    requireProcess(process);
    ProcessComment comment = locked(process, id);
    if ((comment.resolvedAt() != null) == resolved) {
      return comment;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    comments.settle(id, resolved ? now : null, resolved ? current.get().id().value() : null);
    tell(
        resolved
            ? new CommentResolved(current.tenant(), process, id, comment.element(), now)
            : new CommentReopened(current.tenant(), process, id, comment.element(), now));
    return locked(process, id);
  }

  @Override
  public void delete(ProcessId process, String id) {
    requireProcess(process);
    ProcessComment comment = locked(process, id);
    Actor me = current.get();
    if (!comment.author().equals(me.id().value()) && !me.has(Roles.ADMIN)) {
      throw new CommentNotYours(comment.authorName());
    }
    comments.delete(id);
    tell(
        new CommentDeleted(
            me.tenant(), process, id, comment.element(), comment.author(), clock.instant()));
  }

  private void tell(DomainEvent event) {
    events.publishEvent(event);
  }

  private ProcessComment locked(ProcessId process, String id) {
    return comments.lock(process, id).orElseThrow(() -> new CommentNotFound(id));
  }

  private void requireProcess(ProcessId id) {
    processes.find(current.tenant(), id).orElseThrow(() -> new ProcessNotFound("process " + id));
  }
}
