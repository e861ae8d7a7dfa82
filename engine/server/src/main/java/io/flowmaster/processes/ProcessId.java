package io.flowmaster.processes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.flowmaster.platform.InvalidValue;

/**
 * A process in the catalogue; it stays the same over all its versions.
 *
 * @param value a UUID, at most 64 characters
 */
public record ProcessId(@JsonValue String value) {

  @JsonCreator
  public ProcessId {
    if (value.isBlank() || value.length() > 64 || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue("process-id", "A process id has 1 to 64 printable characters.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
