package io.flowmaster.schedules.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.flowmaster.schedules.ActionType;
import io.flowmaster.schedules.MisfirePolicy;
import io.flowmaster.schedules.MissedRuns;
import io.flowmaster.schedules.OutsideHours;
import io.flowmaster.schedules.OverlapPolicy;
import io.flowmaster.schedules.RunStatus;
import io.flowmaster.schedules.Schedule;
import io.flowmaster.schedules.ScheduleDraft;
import io.flowmaster.schedules.ScheduleId;
import io.flowmaster.schedules.SchedulePreview;
import io.flowmaster.schedules.ScheduleRun;
import io.flowmaster.schedules.ScheduleStatus;
import io.flowmaster.schedules.Schedules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

/** Work that is due at a time. */
@RestController
@RequestMapping("/schedules")
@RolesAllowed({Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN})
@Tag(name = "Schedules", description = "Work that is due at a time, its runs, and what was missed")
class SchedulesController {
  private static final String SCHEDULE = "the schedule";
  private static final String ETAG = "the ETag of the read";
  private final Schedules schedules;

  SchedulesController(Schedules schedules) {
    this.schedules = schedules;
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Make a schedule",
      description =
          "It runs for you, with the rights that you have then. Fixed hours of a cron keep to the clock on the"
              + " wall; the preview shows what that means when the clock is changed.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Schedule> create(@Valid @RequestBody ScheduleRequest body) {
    Schedule made = schedules.create(body.draft());
    return ResponseEntity.created(URI.create("/schedules/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @GetMapping
  @Operation(summary = "List the schedules of this tenant, newest first")
  Page<Schedule> list(
      @Parameter(description = "only those that stand so") @RequestParam(required = false)
          @Nullable ScheduleStatus status,
      PageQuery page) {
    return schedules.list(status, page);
  }

  @GetMapping("/actions")
  @Operation(summary = "List what schedules can do")
  List<ActionType> actions() {
    return schedules.actions();
  }

  @GetMapping("/missed")
  @Operation(
      summary = "List what was missed while the platform was away, newest first",
      description = "One entry for each schedule and time away, with what its misfire policy did.")
  Page<MissedRuns> missed(PageQuery page) {
    return schedules.missed(page);
  }

  @PostMapping("/preview")
  @Reads
  @Operation(
      summary = "Show the next twenty runs of a schedule to be",
      description =
          "With notes where a change of the clock or a business calendar moves, skips or doubles them, and what the"
              + " misfire policy would do.")
  SchedulePreview preview(@Valid @RequestBody PreviewRequest body) {
    return schedules.preview(body.draft());
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a schedule with its next five runs")
  ResponseEntity<Schedule> get(@Parameter(description = SCHEDULE) @PathVariable ScheduleId id) {
    return tagged(schedules.get(id));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Replace a schedule",
      description =
          "From then on it runs for you. A paused one stays paused; one that had ended goes on when it has a time"
              + " again.")
  ResponseEntity<Schedule> change(
      @Parameter(description = SCHEDULE) @PathVariable ScheduleId id,
      @Parameter(description = ETAG, example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ScheduleRequest body) {
    return tagged(schedules.change(id, body.draft(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a schedule with its history")
  void delete(
      @Parameter(description = SCHEDULE) @PathVariable ScheduleId id,
      @Parameter(description = ETAG + ", when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    schedules.delete(id, ifMatch);
  }

  @PutMapping("/{id}/pause")
  @Operation(
      summary = "Hold a schedule",
      description = "What would be due until it is resumed is not caught up.")
  ResponseEntity<Schedule> pause(@Parameter(description = SCHEDULE) @PathVariable ScheduleId id) {
    return tagged(schedules.pause(id));
  }

  @PutMapping("/{id}/resume")
  @Operation(summary = "Have a schedule go on with its next time")
  ResponseEntity<Schedule> resume(@Parameter(description = SCHEDULE) @PathVariable ScheduleId id) {
    return tagged(schedules.resume(id));
  }

  @PostMapping("/{id}/execute")
  @Idempotent
  @Operation(
      summary = "Run a schedule now",
      description = "For you, whatever its status and overlap policy. Its own times stay.")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<ScheduleRun> execute(
      @Parameter(description = SCHEDULE) @PathVariable ScheduleId id) {
    ScheduleRun run = schedules.execute(id);
    return ResponseEntity.accepted()
        .location(URI.create("/schedules/" + id + "/runs/" + run.id()))
        .body(run);
  }

  @GetMapping("/{id}/runs")
  @Operation(summary = "Read the history of a schedule, newest first")
  Page<ScheduleRun> runs(
      @Parameter(description = SCHEDULE) @PathVariable ScheduleId id,
      @Parameter(description = "only those that stand so") @RequestParam(required = false)
          @Nullable RunStatus status,
      PageQuery page) {
    return schedules.runs(id, status, page);
  }

  @GetMapping("/{id}/runs/{run}")
  @Operation(summary = "Read what became of a run")
  ScheduleRun run(
      @Parameter(description = SCHEDULE) @PathVariable ScheduleId id,
      @Parameter(description = "the run") @PathVariable String run) {
    return schedules.run(id, run);
  }

  private static ResponseEntity<Schedule> tagged(Schedule schedule) {
    return ResponseEntity.ok().eTag(schedule.revision().etag()).body(schedule);
  }

  record ScheduleRequest(
      @Schema(example = "Nightly booking") @NotBlank @Size(max = 200) String name,
      @Schema(
              description =
                  "Minute, hour, day of month, month and day of week, or six fields with seconds in front; L, W, #"
                      + " and ? as in Quartz, Sunday is 0 or 7. One of cron, every and at is given.",
              example = "30 2 * * MON-FRI")
          @Size(max = 200)
          @Nullable String cron,
      @Schema(
              description = "An ISO 8601 duration, from the making of the schedule on",
              example = "PT15M")
          @Size(max = 40)
          @Nullable String every,
      @Schema(
              description = "Once: a time with offset, or a local one of the time zone",
              example = "2027-01-31T08:00:00Z")
          @Size(max = 40)
          @Nullable String at,
      @Schema(
              description = "A name of the IANA database; UTC when absent",
              example = "Europe/Berlin")
          @Size(max = 64)
          @Nullable String timezone,
      @Schema(
              description = "What it does: the type, see /schedules/actions, and what that needs",
              example = "{\"type\": \"start-process\", \"processKey\": \"booking\"}")
          @NotEmpty
          @Size(max = 50)
          Map<String, JsonNode> action,
      @Schema(description = "FIRE_ONCE when absent") @Nullable MisfirePolicy misfire,
      @Schema(description = "ALLOW when absent") @Nullable OverlapPolicy overlap,
      @Schema(
              description =
                  "The business calendar whose working time counts; at any time when absent",
              example = "berlin")
          @Size(max = 64)
          @Nullable String calendar,
      @Schema(description = "SKIP when absent") @Nullable OutsideHours outsideHours) {
    ScheduleDraft draft() {
      return new ScheduleDraft(
          name,
          cron,
          every,
          at,
          timezone == null ? "UTC" : timezone,
          action,
          misfire == null ? MisfirePolicy.FIRE_ONCE : misfire,
          overlap == null ? OverlapPolicy.ALLOW : overlap,
          calendar,
          outsideHours == null ? OutsideHours.SKIP : outsideHours);
    }
  }

  @Schema(name = "SchedulePreviewRequest")
  record PreviewRequest(
      @Schema(description = "As for a schedule", example = "30 2 * * *") @Size(max = 200)
          @Nullable String cron,
      @Schema(description = "As for a schedule", example = "PT15M") @Size(max = 40)
          @Nullable String every,
      @Schema(description = "As for a schedule", example = "2027-01-31T08:00:00Z") @Size(max = 40)
          @Nullable String at,
      @Schema(description = "UTC when absent", example = "Europe/Berlin") @Size(max = 64)
          @Nullable String timezone,
      @Schema(description = "FIRE_ONCE when absent") @Nullable MisfirePolicy misfire,
      @Schema(description = "At any time when absent", example = "berlin") @Size(max = 64)
          @Nullable String calendar,
      @Schema(description = "SKIP when absent") @Nullable OutsideHours outsideHours) {
    ScheduleDraft draft() {
      return new ScheduleRequest(
              "", cron, every, at, timezone, Map.of(), misfire, null, calendar, outsideHours)
          .draft();
    }
  }
}
