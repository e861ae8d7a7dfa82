package io.flowmaster.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a task's own members: null leaves a member as it is, an empty {@code Optional} clears
 * it.
 */
public record TaskEdit(
    @Nullable String name,
    @Nullable Optional<String> description,
    @Nullable Integer priority,
    @Nullable Optional<Instant> dueAt,
    @Nullable Optional<Instant> followUpAt,
    @Nullable List<String> candidateGroups,
    @Nullable List<String> candidateUsers) {}
