package io.flowmaster.processes.web;

import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ProcessComment;
import io.flowmaster.processes.ProcessComments;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessPresence;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What those who draw one process tell each other. */
@RestController
@RequestMapping("/processes/{id}")
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "Process design")
class TogetherController {
  private static final String PROCESS = "Id of the process";
  private static final String COMMENT = "Id of the comment";
  private final ProcessComments comments;
  private final ProcessPresence presence;

  TogetherController(ProcessComments comments, ProcessPresence presence) {
    this.comments = comments;
    this.presence = presence;
  }

  @GetMapping("/comments")
  @Operation(
      summary = "List the comments on a process's elements",
      description = "Oldest first. They stay when versions are published or elements removed.")
  Page<ProcessComment> comments(
      @Parameter(description = PROCESS) @PathVariable ProcessId id,
      @Parameter(description = "Only those on this element", example = "Task_Approve")
          @RequestParam(required = false)
          @Size(max = 255)
          @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE)
          @Nullable String element,
      @Parameter(description = "Only settled ones, or only open ones; both when absent")
          @RequestParam(required = false)
          @Nullable Boolean resolved,
      @Parameter(hidden = true) PageQuery page) {
    return comments.search(id, element, resolved, page);
  }

  @PostMapping("/comments")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Comment on an element",
      description =
          "A comment on the whole names the root of the diagram: the collaboration, or the process without one.")
  ResponseEntity<ProcessComment> comment(
      @Parameter(description = PROCESS) @PathVariable ProcessId id,
      @Valid @RequestBody ProcessCommentRequest body) {
    ProcessComment made = comments.write(id, body.element(), body.message().strip());
    return ResponseEntity.created(URI.create("/processes/" + id + "/comments")).body(made);
  }

  @PutMapping("/comments/{comment}/resolve")
  @Operation(summary = "Call a comment settled")
  ProcessComment resolve(
      @Parameter(description = PROCESS) @PathVariable ProcessId id,
      @Parameter(description = COMMENT) @PathVariable String comment) {
    return comments.settle(id, comment, true);
  }

  @PutMapping("/comments/{comment}/reopen")
  @Operation(summary = "Open a settled comment again")
  ProcessComment reopen(
      @Parameter(description = PROCESS) @PathVariable ProcessId id,
      @Parameter(description = COMMENT) @PathVariable String comment) {
    return comments.settle(id, comment, false);
  }

  @DeleteMapping("/comments/{comment}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a comment of one's own", description = "Administrators delete any.")
  void delete(
      @Parameter(description = PROCESS) @PathVariable ProcessId id,
      @Parameter(description = COMMENT) @PathVariable String comment) {
    comments.delete(id, comment);
  }

  @PutMapping("/presence")
  @Reads
  @Operation(
      summary = "Say that one has the process open, and read who else has",
      description = "Said every 20 seconds or so; who is silent for a minute has left.")
  PresentPeople here(@Parameter(description = PROCESS) @PathVariable ProcessId id) {
    return new PresentPeople(presence.here(id));
  }

  @DeleteMapping("/presence")
  @Reads
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Say that one has closed the process")
  void gone(@Parameter(description = PROCESS) @PathVariable ProcessId id) {
    presence.gone(id);
  }

  record ProcessCommentRequest(
      @Schema(description = "Id of the element in the model", example = "Task_Approve")
          @NotBlank
          @Size(max = 255)
          @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE)
          String element,
      @Schema(example = "Who stands in for the approver?")
          @NotBlank
          @Size(max = 4000)
          @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_MESSAGE)
          String message) {}

  record PresentPeople(List<ProcessPresence.Present> items) {}
}
