package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Who received a message. */
public record MessageReceipt(
    @Schema(example = "payment-received") String name, List<Receiver> executions) {

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

  /** What the message did. */
  public enum Effect {
    CORRELATED,
    STARTED
  }

  public MessageReceipt {
    executions = List.copyOf(executions);
  }
}
