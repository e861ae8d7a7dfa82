package io.flowmaster.integrations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connector as a tenant has set it up.
 *
 * @param id never changes
 * @param name as models may name it; one in the tenant
 * @param connector the connector's id
 * @param configuration what is said once for all calls; secrets stand in it by name only
 * @param callsPerMinute how many calls are made at most, over all nodes; null for no limit
 * @param createdBy who made it
 * @param updatedAt when it was changed last
 * @param updatedBy who changed it last
 */
public record IntegrationView(
    String id,
    @Schema(example = "Customer service") String name,
    @Schema(example = "http") String connector,
    @Schema(type = "object") JsonNode configuration,
    @Schema(example = "60") @Nullable Integer callsPerMinute,
    String createdBy,
    Instant updatedAt,
    String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {}
