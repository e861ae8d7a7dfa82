package io.flowmaster.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a task.
 *
 * @param outcome the choice; becomes the variable {@code outcome}
 * @param variables the fields of the form
 * @param comment kept with the task
 */
public record TaskResponse(
    @Nullable String outcome, Map<String, JsonNode> variables, @Nullable String comment) {}
