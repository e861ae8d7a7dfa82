package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Somebody answered a task: told inside the platform only, in the transaction that keeps the
 * answer, for those who learn from answers. What others may know of it is a fact of its own on the
 * bus.
 *
 * @param task the task's id
 * @param variables what the form accepted, by name
 */
public record TaskAnswered(TenantId tenant, String task, Map<String, JsonNode> variables) {}
