package io.flowmaster.calendars.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flowmaster.calendars.BusinessCalendar;
import io.flowmaster.calendars.BusinessCalendars;
import io.flowmaster.calendars.BusinessDuration;
import io.flowmaster.calendars.BusinessTimes;
import io.flowmaster.calendars.CalendarDraft;
import io.flowmaster.calendars.CalendarNotFound;
import io.flowmaster.calendars.Holiday;
import io.flowmaster.calendars.WorkingHours;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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
@RequestMapping("/calendars")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Business calendars", description = "When a tenant works; what P2D means in it")
class CalendarsController {
  private static final String CALENDAR = "the calendar's id";
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");
  private final BusinessCalendars calendars;
  private final BusinessTimes times;
  private final CurrentActor current;
  private final Clock clock;

  CalendarsController(
      BusinessCalendars calendars, BusinessTimes times, CurrentActor current, Clock clock) {
    this.calendars = calendars;
    this.times = times;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.MANAGER, Roles.EMPLOYEE, Roles.DEVELOPER})
  @Operation(summary = "List the calendars of this tenant")
  Page<BusinessCalendar> search(PageQuery page) {
    return calendars.search(page);
  }

  @GetMapping("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.MANAGER, Roles.EMPLOYEE, Roles.DEVELOPER})
  @Operation(summary = "Read a calendar")
  ResponseEntity<BusinessCalendar> get(
      @Parameter(description = CALENDAR, example = "berlin") @PathVariable String id) {
    return tagged(calendars.get(id));
  }

  @GetMapping("/{id}/after")
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.MANAGER, Roles.EMPLOYEE, Roles.DEVELOPER})
  @Operation(
      summary = "Try out a duration",
      description = "When so much working time has passed. The calendar always is round the clock.")
  WorkingTimeAnswer after(
      @Parameter(description = CALENDAR, example = "berlin") @PathVariable String id,
      @Parameter(description = "working days, hours and minutes", example = "P1DT4H")
          @RequestParam
          @Size(max = 40)
          String duration,
      @Parameter(description = "the start; now when absent") @RequestParam(required = false)
          @Nullable Instant from) {
    if (!times.exists(current.tenant(), id)) {
      throw new CalendarNotFound(id);
    }
    Instant start = from == null ? clock.instant() : from;
    if (start.isBefore(FIRST) || start.isAfter(LAST)) {
      throw new InvalidValue("from", "from is a date in the years 1970 to 8999.");
    }
    BusinessDuration parsed = BusinessDuration.parse(duration);
    return new WorkingTimeAnswer(
        start, parsed, times.of(current.tenant(), id).after(start, parsed));
  }

  @PostMapping
  @Idempotent
  @Operation(summary = "Make a calendar")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<BusinessCalendar> create(@Valid @RequestBody NewCalendarRequest body) {
    BusinessCalendar made = calendars.create(body.id(), body.draft());
    return ResponseEntity.created(URI.create("/calendars/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Replace a calendar's content",
      description = "Due dates that were computed before stay.")
  ResponseEntity<BusinessCalendar> change(
      @Parameter(description = CALENDAR, example = "berlin") @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody CalendarRequest body) {
    return tagged(calendars.change(id, body.draft(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Delete a calendar",
      description = "Models that name it use the default from now on.")
  void delete(
      @Parameter(description = CALENDAR, example = "berlin") @PathVariable String id,
      @Parameter(description = "the ETag of the read, when it matters", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch) {
    calendars.delete(id, ifMatch);
  }

  private static ResponseEntity<BusinessCalendar> tagged(BusinessCalendar calendar) {
    return ResponseEntity.ok().eTag(calendar.revision().etag()).body(calendar);
  }

  record NewCalendarRequest(
      @Schema(description = "as models will name it; it never changes", example = "berlin")
          @NotBlank
          @Size(max = 64)
          String id,
      @Schema(example = "Office Berlin") @NotBlank @Size(max = 200) String name,
      @Schema(description = "a name of the IANA database", example = "Europe/Berlin")
          @NotBlank
          @Size(max = 64)
          String timeZone,
      @Schema(description = "whether it counts where no calendar is named") @JsonProperty("default")
          @Nullable Boolean isDefault,
      @Schema(description = "when somebody works") @NotEmpty @Size(max = 50)
          List<@Valid @NotNull WorkingHours> hours,
      @Schema(description = "the days on which nobody works") @Size(max = 1000)
          @Nullable List<@Valid @NotNull Holiday> holidays) {
    CalendarDraft draft() {
      return new CalendarRequest(name, timeZone, isDefault, hours, holidays).draft();
    }
  }

  record CalendarRequest(
      @Schema(example = "Office Berlin") @NotBlank @Size(max = 200) String name,
      @Schema(description = "a name of the IANA database", example = "Europe/Berlin")
          @NotBlank
          @Size(max = 64)
          String timeZone,
      @Schema(description = "whether it counts where no calendar is named") @JsonProperty("default")
          @Nullable Boolean isDefault,
      @Schema(description = "when somebody works") @NotEmpty @Size(max = 50)
          List<@Valid @NotNull WorkingHours> hours,
      @Schema(description = "the days on which nobody works") @Size(max = 1000)
          @Nullable List<@Valid @NotNull Holiday> holidays) {
    CalendarDraft draft() {
      return new CalendarDraft(
          name,
          timeZone,
          Boolean.TRUE.equals(isDefault),
          hours,
          holidays == null ? List.of() : holidays);
    }
  }

  /**
   * When a duration is over.
   *
   * @param from the start
   * @param duration the working time
   * @param at when it has passed
   */
  record WorkingTimeAnswer(Instant from, BusinessDuration duration, Instant at) {}
}
