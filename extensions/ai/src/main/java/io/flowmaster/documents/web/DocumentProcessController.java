package io.flowmaster.documents.web;

import io.flowmaster.documents.DocumentProcess;
import io.flowmaster.documents.DocumentProcesses;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER})
@Tag(name = "Documents")
class DocumentProcessController {
  private final DocumentProcesses processes;

  DocumentProcessController(DocumentProcesses processes) {
    this.processes = processes;
  }

  @PostMapping("/documents/{id}/process")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make a draft process of a document",
      description =
          "Of a procedure in sentences or steps, of a table with who does what, or of a RACI table:"
              + " lanes for roles, tasks, decision points, laid out, each element linked to the sentence"
              + " that it came from. By rules, without a language model; it is a draft to be looked at.")
  ResponseEntity<DocumentProcess> draft(
      @Parameter(description = "the document's id") @PathVariable String id,
      @Valid @RequestBody(required = false) @Nullable DraftRequest body) {
    DocumentProcess made = processes.draft(id, body == null ? null : body.name());
    return ResponseEntity.created(URI.create("/processes/" + made.processId())).body(made);
  }

  @Schema(name = "DocumentDraftRequest")
  record DraftRequest(
      @Schema(
              description = "of the process; the document's title or name when absent",
              example = "Purchase approval")
          @Size(min = 1, max = 200)
          @Nullable String name) {}
}
