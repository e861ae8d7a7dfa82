package io.flowmaster.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Somebody works on a person's tasks for a time.
 *
 * @param person who is away
 * @param substitute who works on the tasks, beside the person
 * @param from the first instant of it
 * @param until the first instant after it
 * @param processKeys the processes it holds for; empty for all tasks
 * @param active whether it holds now
 */
public record Substitution(
    String id,
    @Schema(example = "manager") String person,
    @Schema(example = "employee") String substitute,
    @Schema(example = "2026-12-21T00:00:00Z") Instant from,
    @Schema(example = "2027-01-04T00:00:00Z") Instant until,
    @Schema(example = "[\"merchant-onboarding\"]") List<String> processKeys,
    boolean active,
    String createdBy,
    Instant createdAt,
    @Schema(hidden = true) @JsonIgnore Revision revision) {
  public Substitution {
    processKeys = List.copyOf(processKeys);
  }
}
