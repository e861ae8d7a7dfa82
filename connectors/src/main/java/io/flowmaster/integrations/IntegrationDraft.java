package io.flowmaster.integrations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an integration.
 *
 * @param callsPerMinute null for no limit
 */
public record IntegrationDraft(
    String name, ObjectNode configuration, @Nullable Integer callsPerMinute) {}
