package io.flowmaster.executions.web;

import io.flowmaster.executions.BacklogView;
import io.flowmaster.executions.WorkBacklog;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What work waits, and for whom. */
@RestController
@RequestMapping("/executions/backlog")
@Tag(name = "Executions")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN})
class WorkBacklogController {
  private final WorkBacklog backlog;

  WorkBacklogController(WorkBacklog backlog) {
    this.backlog = backlog;
  }

  @GetMapping
  @Operation(
      summary = "Read what work waits for the job executor and for workers",
      description =
          "Jobs in all, and external tasks by topic, with the alarm noWorker for a topic whose work"
              + " waits while nobody has any of it. User tasks are in GET /tasks.")
  BacklogView read() {
    return backlog.read();
  }
}
