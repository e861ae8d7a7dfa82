package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * What was learned of a sender's documents.
 *
 * @param sender whose
 * @param version from 1
 * @param labels by field, what stands before its value
 * @param accuracy which part of the fields of its test set it finds right, from 0 to 1
 * @param tested how many fields the test set has: those of the sender's reviewed documents
 * @param used whether extractions use it: a version that is worse than the one before is not used
 * @param createdAt when it was learned
 */
public record ExtractionTemplate(
    @Schema(example = "vat:DE136695976") String sender,
    @Schema(example = "3") int version,
    @Schema(example = "{\"invoiceNumber\": \"Beleg\"}") Map<String, String> labels,
    @Schema(example = "0.97") double accuracy,
    @Schema(example = "36") int tested,
    @Schema(example = "true") boolean used,
    Instant createdAt) {}
