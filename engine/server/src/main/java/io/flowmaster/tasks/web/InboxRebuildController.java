package io.flowmaster.tasks.web;

import io.flowmaster.platform.Roles;
import io.flowmaster.tasks.InboxRebuild;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Human tasks")
class InboxRebuildController {
  private final InboxRebuild rebuild;

  InboxRebuildController(InboxRebuild rebuild) {
    this.rebuild = rebuild;
  }

  @PostMapping("/tasks/rebuild")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Rebuild the tenant's inbox from the engine",
      description =
          "For after a restore of the engine's tables. Work may go on meanwhile. Nothing that only the inbox knows is lost.")
  InboxRebuild.Report rebuild() {
    return rebuild.rebuild();
  }
}
