package io.flowmaster.executions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.processes.ProcessId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a process.
 *
 * @param parentId the execution that called this one; null for one that was started for itself
 * @param processId null when the process is not in the catalogue (deployed by the engine's own API)
 * @param activities where its tokens are, in the order of their arrival; at most 1000
 * @param incidents the open ones, of called processes too; at most 1000
 * @param variables of the whole process; null (left out) in lists that did not ask for any
 * @param startedBy null when the engine started it by itself (a timer)
 */
public record ExecutionView(
    @Schema(example = "5f0b9b1e-c9a5-11ef-9cd2-0242ac120002") String id,
    @Schema(description = "The execution that called this one") @Nullable String parentId,
    @Nullable ProcessId processId,
    @Schema(example = "order") String processKey,
    @Schema(example = "Order handling") String processName,
    @Schema(example = "3") int version,
    @Schema(example = "ORD-2041") @Nullable String businessKey,
    @Schema(
            description =
                "RUNNING: under way. PAUSED: held by a person, nothing goes on until resumed."
                    + " COMPLETED: reached its end. CANCELLED: ended before. FAILED: under way and not"
                    + " paused, but at least one incident is open in it or in a process it called.")
        ExecutionStatus status,
    List<ActiveActivity> activities,
    List<IncidentView> incidents,
    @Schema(
            description = "In lists only those named by ?variables=",
            example = "{\"amount\": 1200.5}")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Map<String, JsonNode> variables,
    Instant startedAt,
    @Schema(example = "employee") @Nullable String startedBy,
    @Nullable Instant endedAt) {}
