package io.flowmaster.audit.web;

import io.flowmaster.audit.AuditEntry;
import io.flowmaster.audit.AuditFilter;
import io.flowmaster.audit.AuditTrail;
import io.flowmaster.audit.ChainAnchor;
import io.flowmaster.audit.ChainReport;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/audit")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Audit", description = "Who did what, when")
class AuditController {
  private static final String SUBJECT = "Only this subject, as kind/id; kind/* for all of a kind";
  private static final String BY = "Only what this actor did";
  private static final String BEHALF = "Only what was done on behalf of this person";
  private static final String ACTION = "Only this fact";
  private static final String FROM = "Not before this moment";
  private static final String UNTIL = "Before this moment";
  private static final String TEXT = "Text in the names or values of an entry, whatever its case";
  private final AuditTrail trail;
  private final AuditExport export;

  AuditController(AuditTrail trail, AuditExport export) {
    this.trail = trail;
    this.export = export;
  }

  @GetMapping
  @Operation(summary = "List what was done in this tenant, newest first")
  Page<AuditEntry> search(
      @Parameter(description = SUBJECT, example = "task/01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 300)
          String subject,
      @Parameter(description = BY, example = "employee")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 64)
          String by,
      @Parameter(description = BEHALF, example = "manager")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 64)
          String onBehalfOf,
      @Parameter(description = ACTION, example = "TaskAssigned")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 100)
          String action,
      @Parameter(description = FROM) @RequestParam(required = false) @Nullable Instant from,
      @Parameter(description = UNTIL) @RequestParam(required = false) @Nullable Instant until,
      @Parameter(description = TEXT, example = "invoice")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 200)
          String q,
      PageQuery page) {
    return trail.search(
        new AuditFilter(subject, by, onBehalfOf, action, storable(from), storable(until), q), page);
  }

  @GetMapping("/export")
  @Operation(
      summary = "Download what was done in this tenant, newest first",
      description =
          "One entry a line: JSON (application/x-ndjson) or CSV (RFC 4180) with a header line.",
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The file",
              content = {
                @Content(mediaType = "application/x-ndjson"),
                @Content(mediaType = "text/csv")
              }))
  void export(
      @Parameter(description = "How the file is written") @RequestParam(defaultValue = "ndjson")
          AuditExport.Format format,
      @Parameter(description = SUBJECT, example = "task/01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 300)
          String subject,
      @Parameter(description = BY, example = "employee")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 64)
          String by,
      @Parameter(description = BEHALF, example = "manager")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 64)
          String onBehalfOf,
      @Parameter(description = ACTION, example = "TaskAssigned")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 100)
          String action,
      @Parameter(description = FROM) @RequestParam(required = false) @Nullable Instant from,
      @Parameter(description = UNTIL) @RequestParam(required = false) @Nullable Instant until,
      @Parameter(description = TEXT, example = "invoice")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 200)
          String q,
      HttpServletResponse response)
      throws IOException {
    AuditFilter filter =
        new AuditFilter(subject, by, onBehalfOf, action, storable(from), storable(until), q);
    response.setContentType(format.mediaType());
    response.setCharacterEncoding("UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit." + format + "\"");
    export.write(filter, format, response.getWriter());
  }

  @GetMapping("/verify")
  @Operation(
      summary = "Verify that the audit log is complete and unchanged",
      description =
          "Reads the tenant's whole chain. Keep the head of a report outside this platform and give"
              + " it as seq and hash later: that also shows a chain that was forged as a whole.")
  ChainReport verify(
      @Parameter(description = "A place in the chain that an earlier report named", example = "100")
          @RequestParam(required = false)
          @Nullable
          @PositiveOrZero
          Long seq,
      @Parameter(description = "The hash that the earlier report named for that place")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 64)
          String hash) {
    if ((seq == null) != (hash == null)) {
      throw new InvalidValue("anchor", "Give seq and hash together, or neither.");
    }
    return trail.verify(seq == null ? null : new ChainAnchor(seq, hash));
  }

  private static @Nullable Instant storable(@Nullable Instant at) {
    if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
      throw new InvalidValue("instant", "A moment lies in the years 1 to 9999.");
    }
    return at;
  }

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
}
