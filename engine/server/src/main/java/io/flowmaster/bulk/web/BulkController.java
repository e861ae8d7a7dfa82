package io.flowmaster.bulk.web;

import io.flowmaster.bulk.BulkItem;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.bulk.BulkJobId;
import io.flowmaster.bulk.BulkJobs;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far bulk jobs are, and what became of their items. */
@RestController
@RequestMapping("/bulk")
@Tag(
    name = "Bulk jobs",
    description = "One action on many things, tracked: progress, results, cancel, undo")
@RolesAllowed({
  Roles.EMPLOYEE,
  Roles.MANAGER,
  Roles.DESIGNER,
  Roles.DEVELOPER,
  Roles.ADMIN,
  Roles.WORKER
})
class BulkController {
  private final BulkJobs jobs;

  BulkController(BulkJobs jobs) {
    this.jobs = jobs;
  }

  @GetMapping
  @Operation(
      summary = "List bulk jobs, newest first",
      description =
          "Administrators, managers and developers see all jobs of the tenant, others their own.")
  Page<BulkJob> list(
      @Parameter(description = "Only those that are so far") @RequestParam(required = false)
          BulkJob.@Nullable Status status,
      PageQuery page) {
    return jobs.list(status, page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read how far a bulk job is")
  BulkJob get(@Parameter(description = "The job") @PathVariable BulkJobId id) {
    return jobs.get(id);
  }

  @GetMapping("/{id}/items")
  @Operation(summary = "Read what became of the items of a bulk job, by item id")
  Page<BulkItem> items(
      @Parameter(description = "The job") @PathVariable BulkJobId id,
      @Parameter(description = "Only those that came to this") @RequestParam(required = false)
          BulkItem.@Nullable Status status,
      PageQuery page) {
    return jobs.items(id, status, page);
  }

  @DeleteMapping("/{id}")
  @Operation(
      summary = "Cancel a bulk job",
      description =
          "What is done stays done, the rest is left alone. Cancelling again changes nothing; a finished"
              + " job answers 409.")
  BulkJob cancel(@Parameter(description = "The job") @PathVariable BulkJobId id) {
    return jobs.cancel(id);
  }

  @PostMapping("/{id}/undo")
  @Idempotent
  @Operation(
      summary = "Undo a bulk job",
      description =
          "Takes back what the job did, as a job of its own: resumes what it paused, gives tasks back to"
              + " whom they were taken from. Answers 409 for what cannot be taken back.")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<BulkJob> undo(@Parameter(description = "The job") @PathVariable BulkJobId id) {
    BulkJob undo = jobs.undo(id);
    return ResponseEntity.accepted().location(URI.create("/bulk/" + undo.id())).body(undo);
  }
}
