package io.flowmaster.prompts.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.flowmaster.prompts.PromptDiff;
import io.flowmaster.prompts.PromptDraft;
import io.flowmaster.prompts.PromptLibrary;
import io.flowmaster.prompts.PromptRef;
import io.flowmaster.prompts.PromptVariable;
import io.flowmaster.prompts.PromptVersion;
import io.flowmaster.prompts.PromptView;
import io.flowmaster.prompts.Prompts;
import io.flowmaster.prompts.RenderedPrompt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
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
@RequestMapping("/prompts")
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER})
@Validated
@Tag(name = "Prompts", description = "What language models are told, in versions that never change")
class PromptsController {
  private static final String PROMPT = "the prompt's id";
  private static final String LABEL = "[a-z][a-z0-9-]{0,39}";
  private final PromptLibrary library;
  private final Prompts prompts;

  PromptsController(PromptLibrary library, Prompts prompts) {
    this.library = library;
    this.prompts = prompts;
  }

  @GetMapping
  @Operation(summary = "List the prompts of this tenant, by name")
  Page<PromptView> search(
      @Parameter(description = "what the name or the description contains", example = "invoice")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String q,
      PageQuery page) {
    return library.search(q, page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a prompt")
  ResponseEntity<PromptView> get(@Parameter(description = PROMPT) @PathVariable String id) {
    return tagged(library.get(id));
  }

  @PostMapping
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make a prompt, with its first version",
      description =
          "Templates are Mustache without HTML escaping; nothing that they use may be missing when"
              + " they are rendered. {{> name}} includes another prompt.")
  ResponseEntity<PromptView> create(@Valid @RequestBody NewPromptRequest body) {
    PromptView made =
        library.create(
            body.name(),
            body.description() == null ? "" : body.description(),
            new PromptDraft(body.template(), body.variables(), text(body.changelog())));
    return ResponseEntity.created(URI.create("/prompts/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Rename or describe a prompt",
      description = "Its versions stay as they are.")
  ResponseEntity<PromptView> change(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody PromptChangeRequest body) {
    return tagged(library.change(id, body.name(), text(body.description()), ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a prompt with its versions, test sets and trials")
  void delete(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    library.delete(id, ifMatch);
  }

  @GetMapping("/{id}/versions")
  @Operation(summary = "List the versions of a prompt, newest first")
  Page<PromptVersion> versions(
      @Parameter(description = PROMPT) @PathVariable String id, PageQuery page) {
    return library.versions(id, page);
  }

  @GetMapping("/{id}/versions/{version}")
  @Operation(summary = "Read a version")
  PromptVersion version(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = "the version's number", example = "3") @PathVariable int version) {
    return library.version(id, version);
  }

  @PostMapping("/{id}/versions")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Add a version",
      description = "It never changes; labels say which one is used.")
  ResponseEntity<PromptVersion> add(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Valid @RequestBody PromptVersionRequest body) {
    PromptVersion added =
        library.add(id, new PromptDraft(body.template(), body.variables(), text(body.changelog())));
    return ResponseEntity.created(URI.create("/prompts/" + id + "/versions/" + added.version()))
        .body(added);
  }

  @GetMapping("/{id}/versions/{from}/diff/{to}")
  @Operation(summary = "Compare two versions, line by line")
  PromptDiff diff(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = "the version that is compared", example = "2") @PathVariable
          int from,
      @Parameter(description = "with this one", example = "3") @PathVariable int to) {
    return library.diff(id, from, to);
  }

  @PutMapping("/{id}/labels/{label}")
  @Operation(
      summary = "Give a label to a version",
      description =
          "409 when test sets gate the label that the version has not passed, or while a trial runs"
              + " under it.")
  ResponseEntity<PromptView> label(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = "lower-case letters, digits, hyphens", example = "production")
          @PathVariable
          @Pattern(regexp = LABEL)
          String label,
      @Valid @RequestBody PromptLabelRequest body) {
    return tagged(library.label(id, label, body.version()));
  }

  @DeleteMapping("/{id}/labels/{label}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a label away")
  void unlabel(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = "which label", example = "staging") @PathVariable String label) {
    library.unlabel(id, label);
  }

  @PostMapping("/{id}/render")
  @Reads
  @RolesAllowed({
    Roles.ADMIN,
    Roles.DESIGNER,
    Roles.DEVELOPER,
    Roles.MANAGER,
    Roles.WORKER,
    Roles.AGENT
  })
  @Operation(
      summary = "Fill in a prompt",
      description =
          "By version or by label; without either what is in production, else the latest. 422 when"
              + " a variable is missing, unknown or of another type.")
  RenderedPrompt render(
      @Parameter(description = "the prompt's id or its name") @PathVariable String id,
      @Valid @RequestBody PromptRenderRequest body) {
    return prompts.render(
        new PromptRef(id, body.version(), body.label(), body.subject()),
        body.variables() == null ? Map.of() : body.variables());
  }

  private static ResponseEntity<PromptView> tagged(PromptView prompt) {
    return ResponseEntity.ok().eTag(prompt.revision().etag()).body(prompt);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  record NewPromptRequest(
      @Schema(description = "one in the tenant", example = "invoice-coding")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = "[^@{}]*")
          String name,
      @Schema(description = "what it is for", example = "Proposes cost centres for invoices")
          @Size(max = 1000)
          @Nullable String description,
      @Schema(description = "Mustache", example = "You check invoices of {{customer}}.")
          @NotNull
          @Size(min = 1, max = 50_000)
          String template,
      @Schema(description = "what it needs; those that the template uses when absent")
          @Size(max = 100)
          @Nullable List<@Valid @NotNull PromptVariable> variables,
      @Schema(description = "what is new in it", example = "First version") @Size(max = 1000)
          @Nullable String changelog) {}

  record PromptChangeRequest(
      @Schema(description = "one in the tenant", example = "invoice-coding")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = "[^@{}]*")
          String name,
      @Schema(description = "what it is for", example = "Proposes cost centres for invoices")
          @Size(max = 1000)
          @Nullable String description) {}

  record PromptVersionRequest(
      @Schema(description = "Mustache", example = "You check invoices of {{customer}}.")
          @NotNull
          @Size(min = 1, max = 50_000)
          String template,
      @Schema(description = "what it needs; those that the template uses when absent")
          @Size(max = 100)
          @Nullable List<@Valid @NotNull PromptVariable> variables,
      @Schema(description = "what is new in it", example = "Says what to do with credit notes")
          @Size(max = 1000)
          @Nullable String changelog) {}

  record PromptLabelRequest(
      @Schema(description = "which version gets it", example = "3") @NotNull @Min(1)
          Integer version) {}

  record PromptRenderRequest(
      @Schema(description = "what is filled in", example = "{\"customer\": \"Acme\"}")
          @Size(max = 100)
          @Nullable Map<String, JsonNode> variables,
      @Schema(description = "that very version", example = "3") @Min(1) @Nullable Integer version,
      @Schema(description = "the version with this label", example = "staging") @Size(max = 40)
          @Nullable String label,
      @Schema(description = "for whom or what, so that a trial stays with its choice")
          @Size(max = 200)
          @Nullable String subject) {}
}
