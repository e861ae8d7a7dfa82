package io.flowmaster.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant; what is null does not narrow.
 *
 * @param subject only this subject, as {@code kind/id}; {@code kind/*} for all of a kind
 * @param by only what this actor did, for itself or for somebody
 * @param onBehalfOf only what was done for this person
 * @param action only this fact, for example {@code TaskAssigned}
 * @param from not before this moment
 * @param until before this moment
 * @param q text that occurs in the names or values of an entry, whatever its case
 */
public record AuditFilter(
    @Nullable String subject,
    @Nullable String by,
    @Nullable String onBehalfOf,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String q) {}
