package io.flowmaster.audit;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A place in the chain that was seen, to be kept outside the database.
 *
 * @param seq the place, counted from 1; 0 for the empty chain
 * @param hash the chain's hash up to and with that place, in hexadecimal
 */
public record ChainAnchor(
    @Schema(example = "4711") long seq,
    @Schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash) {}
