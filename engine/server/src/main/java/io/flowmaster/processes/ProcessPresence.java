package io.flowmaster.processes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Who has the draft of a process open right now. Whoever has it open says so again and again; who
 * was silent for a minute is taken to have left.
 */
public interface ProcessPresence {

  /**
   * Says that the current actor has the process open.
   *
   * @return the others, by name; at most 50
   * @throws ProcessNotFound when it is not there, or another tenant's
   */
  List<Present> here(ProcessId process);

  /** Says that the current actor has closed the process. */
  void gone(ProcessId process);

  /**
   * Somebody who has a process open.
   *
   * @param seenAt when this was said last
   */
  record Present(
      @Schema(example = "designer") String id,
      @Schema(example = "Dora Designer") String name,
      Instant seenAt) {}
}
