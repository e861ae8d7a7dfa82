package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** Another process of the tenant has this key; the problem names it as {@code processId}. */
public final class KeyTaken extends Problem {
  public KeyTaken(String key, ProcessId owner) {
    super(
        ProblemKind.CONFLICT,
        "process-key-taken",
        "The process "
            + owner
            + " has the key "
            + key
            + " already. Change that one, or take another process id in the model.",
        List.of(),
        Map.of("processId", owner.value(), "key", key));
  }
}
