package io.flowmaster.tasks.web;

import io.flowmaster.platform.Revision;
import io.flowmaster.tasks.TaskView;
import org.springframework.http.ResponseEntity;

/** A task with its version as the {@code ETag}. */
final class Tagged {
  static final String IF_MATCH =
      "The ETag that you read; leave it out when what changed since does not matter";

  private Tagged() {}

  static ResponseEntity<TaskView> task(TaskView task) {
    return ResponseEntity.ok().eTag(new Revision(task.revision()).etag()).body(task);
  }
}
