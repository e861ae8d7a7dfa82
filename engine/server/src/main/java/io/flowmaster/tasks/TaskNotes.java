package io.flowmaster.tasks;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What people keep with a task: comments, files, and the trail of who changed what. Whoever sees
 * the task sees these; a task that may not be seen is {@link TaskNotFound}.
 */
public interface TaskNotes {

  /** Oldest first. */
  Page<TaskComment> comments(TaskId task, PageQuery page);

  /** Adds a remark; also to a task that has ended. Who is called by it finds it among mentions. */
  TaskComment comment(TaskId task, String message);

  /**
   * Comments that call the current user by an at sign and the id, newest first; on tasks that the
   * user may see, so that a page may hold fewer than asked for.
   */
  Page<TaskMention> mentions(PageQuery page);

  /** Oldest first. */
  Page<TaskAttachment> attachments(TaskId task, PageQuery page);

  /**
   * Attaches a file to an open task.
   *
   * @param mediaType as the uploader says; null when unknown
   * @param content read to its end and not closed
   * @throws TaskAlreadyDone when the task has ended
   */
  TaskAttachment attach(
      TaskId task, String filename, @Nullable String mediaType, InputStream content);

  /**
   * @throws AttachmentNotFound when the task has no such file
   */
  TaskAttachment attachment(TaskId task, String attachment);

  /** Copies the content, a piece at a time. */
  void content(TaskId task, String attachment, OutputStream to);

  /** Takes a file off an open task; for its author and for managers. */
  void detach(TaskId task, String attachment);

  /** The audit trail, oldest first. */
  Page<TaskAuditEntry> audit(TaskId task, PageQuery page);
}
