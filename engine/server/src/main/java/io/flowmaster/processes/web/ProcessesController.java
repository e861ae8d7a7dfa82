package io.flowmaster.processes.web;

import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.Folder;
import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.NewProcess;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.ProcessCatalog.Published;
import io.flowmaster.processes.ProcessChange;
import io.flowmaster.processes.ProcessFolder;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessSearch;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.Publication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/processes")
@RolesAllowed({Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER})
@Tag(
    name = "Process design",
    description = "Drafts, validation, publishing, import and export of processes")
class ProcessesController {
  private static final String FOLDER = "Names of folders from the top, separated by /";
  private final ProcessCatalog catalog;

  ProcessesController(ProcessCatalog catalog) {
    this.catalog = catalog;
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Make a process",
      description =
          "Without bpmnXml it begins with a starter diagram. Without key, the key is the model's process id, or comes from the name.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<ProcessView> create(@Valid @RequestBody CreateProcessRequest body) {
    ProcessView made = catalog.create(body.toNewProcess());
    return ResponseEntity.created(URI.create("/processes/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @GetMapping
  @RolesAllowed({
    Roles.DESIGNER,
    Roles.ADMIN,
    Roles.DEVELOPER,
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.AGENT
  })
  @Operation(
      summary = "List processes",
      description =
          "Archived ones only with status=ARCHIVED. Employees and managers see published ones.")
  Page<ProcessView> list(
      @Parameter(description = "Part of the name, key or description, in any case")
          @RequestParam(required = false)
          @Size(max = 200)
          @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE)
          @Nullable String q,
      @Parameter(description = "A tag, spelt exactly")
          @RequestParam(required = false)
          @Size(max = 64)
          @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE)
          @Nullable String tag,
      @Parameter(
              description =
                  "Only what lies right in this folder; empty for the top, absent for all",
              example = "finance/payables")
          @RequestParam(required = false)
          @Nullable String folder,
      @Parameter(description = "Only this status; all but ARCHIVED when absent")
          @RequestParam(required = false)
          @Nullable ProcessStatus status,
      @Parameter(description = "name, -name, updatedAt or -updatedAt")
          @RequestParam(required = false)
          @Nullable String sort,
      @Parameter(hidden = true) PageQuery page) {
    return catalog.search(
        new ProcessSearch(q, tag, folder(folder), status, ProcessSearch.Sort.of(sort)), page);
  }

  @GetMapping("/folders")
  @Operation(
      summary = "List the folders that processes lie in",
      description =
          "By path, each with the number of processes right in it. The top is not listed.")
  Page<ProcessFolder> folders(
      @Parameter(description = "Of processes of this status; all but ARCHIVED when absent")
          @RequestParam(required = false)
          @Nullable ProcessStatus status,
      @Parameter(hidden = true) PageQuery page) {
    return catalog.folders(status, page);
  }

  @GetMapping("/{id}")
  @RolesAllowed({
    Roles.DESIGNER,
    Roles.ADMIN,
    Roles.DEVELOPER,
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.AGENT
  })
  @Operation(summary = "Read a process with its model")
  ResponseEntity<ProcessView> get(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id) {
    return answer(catalog.get(id));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Change the draft of a process",
      description = "What is left out stays as it is. Published versions do not change.")
  ResponseEntity<ProcessView> change(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(description = "ETag of the process as it was read")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ChangeProcessRequest body) {
    return answer(catalog.change(id, body.toChange(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @Operation(
      summary = "Archive a process",
      description =
          "It cannot be started, changed or published until it is restored; running executions go on. If-Match is checked when sent.")
  ResponseEntity<Void> archive(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Parameter(description = "ETag of the process as it was read")
          @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    catalog.archive(id, ifMatch);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/restore")
  @Operation(summary = "Restore an archived process")
  ResponseEntity<ProcessView> restore(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id) {
    return answer(catalog.restore(id));
  }

  @PostMapping("/{id}/validate")
  @Reads
  @Operation(summary = "Find every fault of the draft")
  ModelValidation validate(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id) {
    List<ModelProblem> problems = catalog.validate(id);
    return new ModelValidation(problems.stream().noneMatch(ModelProblem::fatal), problems);
  }

  @PostMapping("/{id}/publish")
  @Idempotent
  @Operation(
      summary = "Publish the draft as a new version",
      description =
          "Deploys the BPMN with its decisions and forms at once. 200 with the latest version when nothing changed since.")
  @ApiResponse(responseCode = "201", description = "Published as a new version")
  @ApiResponse(responseCode = "200", description = "Nothing has changed: the latest version")
  ResponseEntity<ProcessVersion> publish(
      @Parameter(description = "Id of the process") @PathVariable ProcessId id,
      @Valid @RequestBody(required = false) @Nullable PublishProcessRequest body) {
    PublishProcessRequest request = body == null ? new PublishProcessRequest(null, null) : body;
    Published published =
        catalog.publish(id, new Publication(request.changelog(), request.label()));
    URI location = URI.create("/processes/" + id + "/versions/" + published.version().version());
    return ResponseEntity.status(published.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(location)
        .eTag(published.process().revision().etag())
        .body(published.version());
  }

  private static @Nullable Folder folder(@Nullable String path) {
    return path == null ? null : Folder.of(path);
  }

  private static ResponseEntity<ProcessView> answer(ProcessView process) {
    return ResponseEntity.ok().eTag(process.revision().etag()).body(process);
  }

  record CreateProcessRequest(
      @NotBlank
          @Size(max = 255)
          @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE)
          @Schema(example = "Merchant onboarding")
          String name,
      @Size(min = 1, max = 255)
          @Schema(description = "The BPMN process id", example = "merchant-onboarding")
          @Nullable String key,
      @Size(max = 4000) @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_MESSAGE)
          @Nullable String description,
      @Schema(description = "BPMN 2.0 as XML text; kept as it is") @Nullable String bpmnXml,
      @Size(max = 20) @Schema(example = "[\"finance\"]")
          @Nullable
              List<
                  @NotBlank @Size(max = 64)
                  @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) String>
              tags,
      @Schema(description = FOLDER, example = "finance/payables") @Nullable String folder) {

    NewProcess toNewProcess() {
      return new NewProcess(
          name.strip(),
          key,
          description,
          bpmnXml,
          tags == null ? List.of() : Texts.distinct(tags),
          folder == null ? Folder.TOP : Folder.of(folder));
    }
  }

  record ChangeProcessRequest(
      @Size(min = 1, max = 255)
          @Pattern(regexp = Texts.NOT_BLANK_LINE, message = Texts.LINE_MESSAGE)
          @Schema(example = "Merchant onboarding")
          @Nullable String name,
      @Size(min = 1, max = 255)
          @Schema(
              description = "If sent, it must be the process id of the model",
              example = "merchant-onboarding")
          @Nullable String key,
      @Size(max = 4000)
          @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_MESSAGE)
          @Schema(description = "Empty to remove it")
          @Nullable String description,
      @Schema(description = "BPMN 2.0 as XML text; kept as it is") @Nullable String bpmnXml,
      @Size(max = 20) @Schema(example = "[\"finance\"]")
          @Nullable
              List<
                  @NotBlank @Size(max = 64)
                  @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE) String>
              tags,
      @Schema(description = FOLDER + "; empty to move it to the top", example = "finance/payables")
          @Nullable String folder) {

    ProcessChange toChange() {
      return new ProcessChange(
          name == null ? null : name.strip(),
          key,
          description,
          bpmnXml,
          tags == null ? null : Texts.distinct(tags),
          ProcessesController.folder(folder));
    }
  }

  record PublishProcessRequest(
      @Size(max = 4000)
          @Pattern(regexp = Texts.TEXT, message = Texts.TEXT_MESSAGE)
          @Schema(example = "Four eyes from 10,000 on")
          @Nullable String changelog,
      @Size(max = 64)
          @Pattern(regexp = Texts.LINE, message = Texts.LINE_MESSAGE)
          @Schema(example = "2026-Q4")
          @Nullable String label) {}

  /** Whether the draft can be published, and all its faults. */
  record ModelValidation(boolean valid, List<ModelProblem> problems) {}
}
