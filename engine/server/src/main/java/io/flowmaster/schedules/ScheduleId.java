package io.flowmaster.schedules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a schedule.
 *
 * @param value any text can be asked for, most are simply not found
 */
public record ScheduleId(@JsonValue String value) {
  @JsonCreator
  public ScheduleId {}

  @Override
  public String toString() {
    return value;
  }
}
