package io.flowmaster.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param from not those that the platform took up before; null for the oldest that are kept
 * @param to only those that it took up before; null for all that are there
 * @param types patterns of types with {@code *} for anything; empty for all
 * @param subject only this subject, as {@code kind/id}; null for any
 */
public record EventSearch(
    @Nullable Instant from, @Nullable Instant to, List<String> types, @Nullable String subject) {

  public EventSearch {
    types = List.copyOf(types);
  }
}
