package io.flowmaster.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A part of a text.
 *
 * @param start where it begins, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record TextSpan(@Schema(example = "0") int start, @Schema(example = "33") int end) {}
