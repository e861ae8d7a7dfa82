package io.flowmaster.prompts.web;

import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.prompts.PromptRun;
import io.flowmaster.prompts.PromptTestSet;
import io.flowmaster.prompts.PromptTests;
import io.flowmaster.prompts.PromptTrial;
import io.flowmaster.prompts.PromptTrials;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/prompts/{id}")
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER})
@Tag(name = "Prompts")
class PromptTestsController {
  private static final String PROMPT = "the prompt's id";
  private static final String SET = "the test set's id";
  private static final String TRIAL = "the trial's id";
  private final PromptTests tests;
  private final PromptTrials trials;

  PromptTestsController(PromptTests tests, PromptTrials trials) {
    this.tests = tests;
    this.trials = trials;
  }

  @GetMapping("/test-sets")
  @Operation(summary = "List the test sets of a prompt", description = "At most 20, by name.")
  Page<PromptTestSet> sets(@Parameter(description = PROMPT) @PathVariable String id) {
    List<PromptTestSet> all = tests.sets(id);
    return new Page<>(all, null, (long) all.size());
  }

  @GetMapping("/test-sets/{set}")
  @Operation(summary = "Read a test set")
  ResponseEntity<PromptTestSet> set(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = SET) @PathVariable String set) {
    return tagged(tests.get(id, set));
  }

  @PostMapping("/test-sets")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make a test set",
      description = "It may gate labels: these go only to versions that passed it as it is.")
  ResponseEntity<PromptTestSet> create(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Valid @RequestBody PromptTestSet.Content body) {
    PromptTestSet made = tests.create(id, body);
    return ResponseEntity.created(URI.create("/prompts/" + id + "/test-sets/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/test-sets/{set}")
  @Operation(
      summary = "Change a test set",
      description = "What was run before does not count for its gates any more.")
  ResponseEntity<PromptTestSet> change(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = SET) @PathVariable String set,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody PromptTestSet.Content body) {
    return tagged(tests.change(id, set, body, ifMatch));
  }

  @DeleteMapping("/test-sets/{set}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a test set with its runs")
  void delete(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = SET) @PathVariable String set,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    tests.delete(id, set, ifMatch);
  }

  @PostMapping("/test-sets/{set}/runs")
  @Operation(
      summary = "Run a test set on a version",
      description =
          "Answers when it has ended. A set that looks at answers asks a model for each case: 503"
              + " when none is configured.")
  PromptRun run(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = SET) @PathVariable String set,
      @Valid @RequestBody PromptRunRequest body) {
    return tests.run(id, set, body.version());
  }

  @GetMapping("/test-sets/{set}/runs")
  @Operation(summary = "List the runs of a test set, latest first")
  Page<PromptRun> runs(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = SET) @PathVariable String set,
      PageQuery page) {
    return tests.runs(id, set, page);
  }

  @GetMapping("/trials")
  @Operation(summary = "List the trials of a prompt, latest first")
  Page<PromptTrial> trials(
      @Parameter(description = PROMPT) @PathVariable String id, PageQuery page) {
    return trials.search(id, page);
  }

  @GetMapping("/trials/{trial}")
  @Operation(summary = "Read a trial with its results")
  PromptTrial trial(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = TRIAL) @PathVariable String trial) {
    return trials.get(id, trial);
  }

  @PostMapping("/trials")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Compare two versions under a label (A/B)",
      description =
          "A share of those who ask by the label is given the challenger; the same subject always"
              + " the same version.")
  ResponseEntity<PromptTrial> begin(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Valid @RequestBody PromptTrialRequest body) {
    PromptTrial begun = trials.begin(id, body.label(), body.challenger(), body.share());
    return ResponseEntity.created(URI.create("/prompts/" + id + "/trials/" + begun.id()))
        .body(begun);
  }

  @PostMapping("/trials/{trial}/results")
  @RolesAllowed({
    Roles.ADMIN,
    Roles.DESIGNER,
    Roles.DEVELOPER,
    Roles.MANAGER,
    Roles.WORKER,
    Roles.AGENT
  })
  @Operation(summary = "Say how well a rendered version did")
  PromptTrial score(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = TRIAL) @PathVariable String trial,
      @Valid @RequestBody PromptScoreRequest body) {
    return trials.score(id, trial, body.version(), body.score());
  }

  @PostMapping("/trials/{trial}/end")
  @Operation(summary = "End a trial", description = "A second time nothing happens.")
  PromptTrial end(
      @Parameter(description = PROMPT) @PathVariable String id,
      @Parameter(description = TRIAL) @PathVariable String trial,
      @Valid @RequestBody PromptTrialEndRequest body) {
    return trials.end(id, trial, body.adopt());
  }

  private static ResponseEntity<PromptTestSet> tagged(PromptTestSet set) {
    return ResponseEntity.ok().eTag(set.revision().etag()).body(set);
  }

  record PromptRunRequest(
      @Schema(description = "on which version", example = "3") @NotNull @Min(1) Integer version) {}

  record PromptTrialRequest(
      @Schema(description = "under which label", example = "production") @NotNull @Size(max = 40)
          String label,
      @Schema(description = "the version that is tried", example = "3") @NotNull @Min(1)
          Integer challenger,
      @Schema(description = "of the challenger, in percent", example = "20")
          @NotNull
          @Min(1)
          @Max(99)
          Integer share) {}

  record PromptScoreRequest(
      @Schema(description = "which of the two was rendered", example = "3") @NotNull @Min(1)
          Integer version,
      @Schema(description = "from 0 for useless to 1 for perfect", example = "0.8")
          @NotNull
          @DecimalMin("0")
          @DecimalMax("1")
          Double score) {}

  record PromptTrialEndRequest(
      @Schema(description = "whether the challenger gets the label", example = "true") @NotNull
          Boolean adopt) {}
}
