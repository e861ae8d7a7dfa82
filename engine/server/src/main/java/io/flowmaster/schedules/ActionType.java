package io.flowmaster.schedules;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A kind of work that a schedule can do.
 *
 * @param type what stands in {@code action.type}
 * @param description what it does and needs
 * @param allowed whether the caller's roles allow to choose it
 */
public record ActionType(
    @Schema(example = "start-process") String type, String description, boolean allowed) {}
