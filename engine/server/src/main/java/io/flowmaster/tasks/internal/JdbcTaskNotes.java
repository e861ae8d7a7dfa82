package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.AttachmentAdded;
import io.flowmaster.tasks.AttachmentNotFound;
import io.flowmaster.tasks.AttachmentRemoved;
import io.flowmaster.tasks.TaskAttachment;
import io.flowmaster.tasks.TaskAuditEntry;
import io.flowmaster.tasks.TaskComment;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskMention;
import io.flowmaster.tasks.TaskNotYours;
import io.flowmaster.tasks.TaskNotes;
import io.flowmaster.tasks.TaskView;
import io.flowmaster.tasks.internal.JdbcTaskMentions.Called;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Comments, files and the trail in the inbox's own tables. */
@Component
class JdbcTaskNotes implements TaskNotes {
  private final VisibleTasks visible;
  private final JdbcTaskComments comments;
  private final JdbcTaskMentions mentions;
  private final TaskViews views;
  private final JdbcTaskAttachments attachments;
  private final JdbcTaskTrail trail;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcTaskNotes(
      VisibleTasks visible,
      JdbcTaskComments comments,
      JdbcTaskMentions mentions,
      TaskViews views,
      JdbcTaskAttachments attachments,
      JdbcTaskTrail trail,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.visible = visible;
    this.comments = comments;
    this.mentions = mentions;
    this.views = views;
    this.attachments = attachments;
    this.trail = trail;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public Page<TaskComment> comments(TaskId task, PageQuery page) {
    return comments.page(visible.get(task).id(), page);
  }

  @Override
  public TaskComment comment(TaskId task, String message) {
    return transaction.execute(
        status -> {
          TaskRow row = visible.get(task);
          return visible.acting(
              row, () -> comments.add(row, current.get(), message, clock.instant()));
        });
  }

  @Override
  public Page<TaskMention> mentions(PageQuery page) {
    Page<Called> called =
        Page.of(mentions.page(me(), page), page, one -> List.of(one.comment().id()), null);
    List<Called> seen =
        called.items().stream().filter(one -> visible.isVisible(one.task())).toList();
    Map<String, TaskView> tasks = views.byId(seen.stream().map(Called::task).toList());
    return new Page<>(
        seen.stream()
            .map(one -> new TaskMention(one.comment(), tasks.get(one.task().id())))
            .toList(),
        called.nextCursor(),
        null);
  }

  @Override
  public Page<TaskAttachment> attachments(TaskId task, PageQuery page) {
    return attachments.page(visible.get(task).id(), page);
  }

  @Override
  public TaskAttachment attach(
      TaskId task, String filename, @Nullable String mediaType, InputStream content) {
    return transaction.execute(
        status -> {
          TaskRow row = visible.open(task, null);
          return visible.acting(row, () -> attach(row, filename, mediaType, content));
        });
  }

  private TaskAttachment attach(
      TaskRow row, String filename, @Nullable String mediaType, InputStream content) {
    Instant now = clock.instant();
    TaskAttachment attachment =
        attachments.add(
            row,
            me().id().value(),
            FileNames.safe(filename),
            FileNames.mediaType(mediaType),
            content,
            now);
    record(row, now, null, attachment.filename());
    events.publishEvent(
        new AttachmentAdded(
            current.tenant(),
            new TaskId(row.id()),
            attachment.id(),
            attachment.filename(),
            attachment.sha256(),
            now));
    return attachment;
  }

  @Override
  public TaskAttachment attachment(TaskId task, String attachment) {
    return attachments
        .find(visible.get(task).id(), attachment)
        .orElseThrow(() -> new AttachmentNotFound(attachment));
  }

  @Override
  public void content(TaskId task, String attachment, OutputStream to) {
    attachments.copyOut(attachment(task, attachment).id(), to);
  }

  @Override
  public void detach(TaskId task, String id) {
    transaction.executeWithoutResult(
        status -> {
          TaskRow row = visible.open(task, null);
          TaskAttachment attachment = attachment(task, id);
          if (!attachment.author().equals(me().id().value()) && !TaskAccess.seesAll(me())) {
            throw new TaskNotYours("Only " + attachment.author() + " and managers remove it.");
          }
          Instant now = clock.instant();
          attachments.remove(id);
          record(row, now, attachment.filename(), null);
          events.publishEvent(
              new AttachmentRemoved(current.tenant(), task, id, attachment.filename(), now));
        });
  }

  private void record(TaskRow row, Instant at, @Nullable String from, @Nullable String to) {
    trail.append(
        row.task().tenant(),
        row.id(),
        at,
        me().id().value(),
        List.of(new TaskDifference.Change("attachment", from, to)));
  }

  @Override
  public Page<TaskAuditEntry> audit(TaskId task, PageQuery page) {
    return trail.page(current.tenant(), visible.get(task).id(), page);
  }

  private Actor me() {
    return current.get();
  }
}
