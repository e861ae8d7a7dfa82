package io.flowmaster.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a delivery, in FEEL over {@code body}, {@code headers} (names in lower case) and
 * {@code query}. What is left out has its usual meaning.
 *
 * @param condition whether the delivery counts at all; always when null
 * @param variables a context whose members become variables; {@code {payload: body}} when null
 * @param businessKey text; none when null
 * @param correlation a context of values that the waiting execution must have; none when null
 * @param subject text, for events; none when null
 */
public record WebhookMapping(
    @Schema(example = "body.type = \"invoice.paid\"") @Size(max = 4000) @Nullable String condition,
    @Schema(example = "{amount: body.data.amount}") @Size(max = 4000) @Nullable String variables,
    @Schema(example = "body.data.id") @Size(max = 4000) @Nullable String businessKey,
    @Schema(example = "{orderId: body.data.id}") @Size(max = 4000) @Nullable String correlation,
    @Schema(example = "\"invoice/\" + body.data.id") @Size(max = 4000) @Nullable String subject) {

  /** The usual one. */
  public static final WebhookMapping USUAL = new WebhookMapping(null, null, null, null, null);
}
