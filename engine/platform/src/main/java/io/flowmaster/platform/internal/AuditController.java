package io.flowmaster.platform.internal;

import io.flowmaster.platform.AuditEntry;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Audit", description = "Who did what, when")
class AuditController {
  private final AuditLog log;
  private final CurrentActor actor;

  AuditController(AuditLog log, CurrentActor actor) {
    this.log = log;
    this.actor = actor;
  }

  @GetMapping("/audit")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "List what was done in this tenant, newest first")
  Page<AuditEntry> search(
      @Parameter(
              description = "only this subject, as kind/id",
              example = "task/01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11")
          @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "only this actor's id", example = "employee")
          @RequestParam(required = false)
          @Nullable String by,
      PageQuery page) {
    return log.search(actor.tenant(), subject, by, page);
  }
}
