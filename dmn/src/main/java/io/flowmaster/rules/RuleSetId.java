package io.flowmaster.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.flowmaster.platform.InvalidValue;

/**
 * A rule set; it stays the same over all its versions.
 *
 * @param value a UUID, at most 64 characters
 */
public record RuleSetId(@JsonValue String value) {

  @JsonCreator
  public RuleSetId {
    if (value.isBlank() || value.length() > 64 || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue("rule-set-id", "A rule set id has 1 to 64 printable characters.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
