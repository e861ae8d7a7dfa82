package io.flowmaster.integrations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A secret, without its value: that is never told.
 *
 * @param name as configurations name it
 * @param updatedAt when its value was set last
 * @param updatedBy who set it
 */
public record SecretView(
    @Schema(example = "CRM_TOKEN") String name, Instant updatedAt, String updatedBy) {}
