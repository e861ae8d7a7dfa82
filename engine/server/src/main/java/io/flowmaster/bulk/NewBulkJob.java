package io.flowmaster.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do to what.
 *
 * @param action the name of a {@link BulkAction}
 * @param parameters for the action, judged by the area before
 * @param items what it is done to
 * @param reason shown with the job, at most 1000 characters
 */
public record NewBulkJob(
    String action,
    Map<String, JsonNode> parameters,
    BulkSelection items,
    @Nullable String reason) {}
