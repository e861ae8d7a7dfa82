package io.flowmaster.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An instance of a registered service. */
public record ServiceId(@JsonValue String value) {
  @JsonCreator
  public ServiceId {}

  @Override
  public String toString() {
    return value;
  }
}
