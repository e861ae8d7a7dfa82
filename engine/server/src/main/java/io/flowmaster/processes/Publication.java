package io.flowmaster.processes;

import org.jspecify.annotations.Nullable;

/**
 * How to publish.
 *
 * @param changelog what is new, for people
 * @param label a short name of the version, for example {@code 2026-Q4}
 */
public record Publication(@Nullable String changelog, @Nullable String label) {}
