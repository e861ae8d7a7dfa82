package io.flowmaster.executions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who received a message.
 *
 * @param executions empty when it was parked
 * @param parked where it waits; left out when somebody received it
 */
public record MessageReceipt(
    @Schema(example = "payment-received") String name,
    List<Receiver> executions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Parked parked) {

  /**
   * An execution that received it.
   *
   * @param id the execution as a whole, also when a called process waited
   * @param activityId where the message was received
   */
  public record Receiver(
      String id,
      @Schema(example = "order") String processKey,
      @Schema(example = "wait-for-payment") String activityId,
      @Schema(description = "STARTED when the message began a new execution") Effect effect) {}

  /**
   * A message that waits until somebody waits for it.
   *
   * @param id names it among the parked messages
   * @param expiresAt when it is thrown away
   */
  public record Parked(String id, Instant expiresAt) {}

  /** What the message did. */
  public enum Effect {
    CORRELATED,
    STARTED
  }

  public MessageReceipt {
    executions = List.copyOf(executions);
  }
}
