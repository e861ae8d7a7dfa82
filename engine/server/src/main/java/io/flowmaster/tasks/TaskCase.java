package io.flowmaster.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task among the others of its execution.
 *
 * @param task null in the case of an execution
 * @param others oldest first
 * @param comments on all of them, oldest first
 * @param attachments of all of them, oldest first
 */
public record TaskCase(
    @Nullable TaskDetails task,
    List<TaskView> others,
    List<Note> comments,
    List<File> attachments) {

  public TaskCase {
    others = List.copyOf(others);
    comments = List.copyOf(comments);
    attachments = List.copyOf(attachments);
  }

  /** A comment and the id of its task. */
  public record Note(String task, TaskComment comment) {}

  /** An attachment and the id of its task. */
  public record File(String task, TaskAttachment attachment) {}
}
