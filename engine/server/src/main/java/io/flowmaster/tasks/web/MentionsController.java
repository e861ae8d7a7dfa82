package io.flowmaster.tasks.web;

import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.TaskMention;
import io.flowmaster.tasks.TaskNotes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What calls the current user. */
@RestController
@AnyRole
@Tag(name = "Human tasks")
class MentionsController {
  private final TaskNotes notes;

  MentionsController(TaskNotes notes) {
    this.notes = notes;
  }

  @GetMapping("/tasks/mentions")
  @Operation(
      summary = "List the comments that call you, newest first",
      description =
          "A comment calls colleagues by an at sign and their id, as in @employee; the first 20 are told. Comments on tasks that you may not see are left out, so a page may hold fewer items than asked for.")
  Page<TaskMention> list(PageQuery page) {
    return notes.mentions(page);
  }
}
