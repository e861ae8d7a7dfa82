package io.flowmaster.integrations;

import org.jspecify.annotations.Nullable;

/**
 * Which connectors are meant.
 *
 * @param q words that all stand in the id, name, description, group or verb; null for all
 */
public record ConnectorSearch(
    @Nullable String q, @Nullable ConnectorVerb verb, @Nullable ConnectorKind kind) {}
