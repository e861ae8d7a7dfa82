package io.flowmaster.events.web;

import io.flowmaster.events.DeadRecord;
import io.flowmaster.events.DeadRecords;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/events/dead-letters")
@RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "Events")
class DeadRecordsController {
  private final DeadRecords records;

  DeadRecordsController(DeadRecords records) {
    this.records = records;
  }

  @GetMapping
  @Operation(
      summary = "List the records of Kafka topics that could not be taken in",
      description = "The oldest first, until they are taken in or forgotten.")
  Page<DeadRecord> search(PageQuery page) {
    return records.search(page);
  }

  @PostMapping("/redeliver")
  @Operation(
      summary = "Take dead records in now",
      description = "The oldest, at most 200 in one call. What still cannot be taken in stays.")
  RecordsTaken redeliverAll() {
    return new RecordsTaken(records.redeliver());
  }

  @PostMapping("/{id}/redeliver")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Take a dead record in now",
      description = "When it still cannot be taken in, the answer says why, and it stays.")
  void redeliver(@Parameter(description = "the record's id") @PathVariable String id) {
    records.redeliver(id);
  }

  /**
   * How many were taken in.
   *
   * @param records their number
   */
  record RecordsTaken(@Schema(example = "3") int records) {}
}
