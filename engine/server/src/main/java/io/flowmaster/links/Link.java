package io.flowmaster.links;

import io.flowmaster.processes.ModelReference.Direction;
import io.flowmaster.processes.ModelReference.Type;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something beyond its own diagram that a process is linked with.
 *
 * @param ref the other's key, name, topic or code as the model spells it
 * @param elementId the element of the process that is linked
 * @param elementName its name, null without one
 * @param direction {@code OUT}: it calls, sends or uses; {@code IN}: it receives
 * @param target what it is linked with; null when that is unknown, not there yet, or outside
 * @param dangling whether an execution that comes there would find nothing
 * @param dynamic an expression: known only when an execution comes there, and never dangling
 * @param reason why it is dangling, and what to do; null otherwise
 */
public record Link(
    Type type,
    @Schema(example = "credit-check") String ref,
    @Schema(example = "Call_1") String elementId,
    @Schema(example = "Check credit") @Nullable String elementName,
    Direction direction,
    @Nullable Target target,
    boolean dangling,
    boolean dynamic,
    @Nullable String reason) {

  /**
   * The other end of a link.
   *
   * @param id the process in the catalogue, or the engine's id of the decision or form; null when
   *     it came by another door, or comes with the process itself
   * @param version the latest; null when it is not published yet
   */
  public record Target(
      Kind kind,
      @Nullable String id,
      @Schema(example = "credit-check") String key,
      @Schema(example = "Credit check") String name,
      @Schema(example = "3") @Nullable Integer version) {

    /** What it is. */
    public enum Kind {
      PROCESS,
      DECISION,
      FORM
    }
  }
}
