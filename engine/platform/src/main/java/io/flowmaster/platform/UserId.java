package io.flowmaster.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who acts or is meant: a person, a machine client or an agent. It is what BPMN calls an assignee.
 *
 * @param value 1 to 64 characters without control characters
 */
public record UserId(@JsonValue String value) {

  @JsonCreator
  public UserId {
    if (value.isBlank() || value.length() > 64 || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue("user-id", "A user id has 1 to 64 printable characters.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
