package io.flowmaster.executions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An execution of a process: the id of the engine's process instance. Where a process called
 * others, the execution as a whole has the id of the outermost one.
 *
 * @param value as the engine gave it; any text can be asked for, most are simply not found
 */
public record ExecutionId(@JsonValue String value) {
  @JsonCreator
  public ExecutionId {}

  @Override
  public String toString() {
    return value;
  }
}
