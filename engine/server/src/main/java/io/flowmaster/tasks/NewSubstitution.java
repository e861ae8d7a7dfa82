package io.flowmaster.tasks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param person who is away; null for the current user
 * @param processKeys the processes it holds for; empty for all tasks
 */
public record NewSubstitution(
    @Nullable String person,
    String substitute,
    Instant from,
    Instant until,
    List<String> processKeys) {
  public NewSubstitution {
    processKeys = List.copyOf(processKeys);
  }
}
