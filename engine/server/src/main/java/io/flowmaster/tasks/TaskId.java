package io.flowmaster.tasks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A task; the same id that the engine gives it.
 *
 * @param value never blank; an id of another shape is simply not found
 */
public record TaskId(@JsonValue String value) {

  @JsonCreator
  public TaskId {}

  @Override
  public String toString() {
    return value;
  }
}
