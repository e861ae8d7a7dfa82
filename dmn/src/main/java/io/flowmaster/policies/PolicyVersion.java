package io.flowmaster.policies;

import io.flowmaster.platform.UserId;
import io.flowmaster.rules.DecisionTables.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published policy; it never changes.
 *
 * @param rules its rules as a person reads them; null in lists
 * @param dmnXml the decision table as DMN; null in lists
 * @param rolledBackTo the version whose content it took; null when it was drafted
 */
public record PolicyVersion(
    int version,
    Instant publishedAt,
    UserId publishedBy,
    @Nullable String changelog,
    @Nullable Integer rolledBackTo,
    @Nullable List<Rule> rules,
    @Nullable String dmnXml) {}
