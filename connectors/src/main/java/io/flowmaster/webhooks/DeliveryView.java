package io.flowmaster.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with a good signature. Its content is not kept.
 *
 * @param id of the delivery here
 * @param deliveryId as the sender names it; null when it does not
 * @param receivedAt when it came
 * @param size of the body in bytes
 * @param outcome what became of it
 * @param reference the execution or event that it caused; null when none
 * @param detail why it failed; null when it did not
 */
public record DeliveryView(
    String id,
    @Schema(example = "72d3162e-cc78-11e3-81ab-4c9367dc0958") @Nullable String deliveryId,
    Instant receivedAt,
    int size,
    DeliveryOutcome outcome,
    @Nullable String reference,
    @Nullable String detail) {}
