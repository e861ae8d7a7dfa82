package io.flowmaster.processes;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A folder that something lies right in.
 *
 * @param path the names of folders from the top, separated by slashes
 * @param processes how many processes lie right in it
 */
public record ProcessFolder(
    @Schema(example = "finance/payables") String path, @Schema(example = "3") int processes) {}
