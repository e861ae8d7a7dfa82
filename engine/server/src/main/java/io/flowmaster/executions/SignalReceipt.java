package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Who heard a signal.
 *
 * @param executions ids of the executions that waited for it, at most 200
 * @param count how many there were
 * @param startedProcesses keys of the processes that it started
 */
public record SignalReceipt(
    @Schema(example = "shop-closed") String name,
    List<String> executions,
    int count,
    List<String> startedProcesses) {
  public SignalReceipt {
    executions = List.copyOf(executions);
    startedProcesses = List.copyOf(startedProcesses);
  }
}
