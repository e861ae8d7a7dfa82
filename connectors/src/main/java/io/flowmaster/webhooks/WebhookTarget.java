package io.flowmaster.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery causes; exactly one of these.
 *
 * @param processKey starts the process
 * @param message goes to the execution that waits for this message, or starts the process that
 *     begins with it
 * @param event is published on the bus as this type
 */
public record WebhookTarget(
    @Schema(example = "order-process") @Size(min = 1, max = 255) @Nullable String processKey,
    @Schema(example = "order-paid") @Size(min = 1, max = 255) @Nullable String message,
    @Schema(example = "com.example.order.paid") @Pattern(regexp = "[A-Za-z0-9._-]{1,200}")
        @Nullable String event) {

  /** For Bean Validation. */
  @Schema(hidden = true)
  @AssertTrue(message = "has exactly one of processKey, message and event")
  boolean isOne() {
    return Stream.of(processKey, message, event).filter(Objects::nonNull).count() == 1;
  }
}
