package io.flowmaster.links.web;

import io.flowmaster.links.Link;
import io.flowmaster.links.ProcessLinks;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ProcessId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER, Roles.MANAGER})
@Tag(name = "links", description = "What processes are linked with")
class LinksController {
  private final ProcessLinks links;

  LinksController(ProcessLinks links) {
    this.links = links;
  }

  @GetMapping("/processes/{id}/links")
  @Operation(
      summary = "List what a process calls, sends, receives and uses",
      description =
          "Of the draft, or of a published version. A dangling link has a reason that says what is missing; an expression is dynamic, not dangling.")
  Page<Link> links(
      @Parameter(description = "The process") @PathVariable ProcessId id,
      @Parameter(
              description =
                  "A published version; without it the draft, for managers the latest version")
          @RequestParam(required = false)
          @Min(1)
          @Nullable Integer version,
      @Parameter(hidden = true) PageQuery page) {
    return links.of(id, version, page);
  }
}
