package io.flowmaster.bulk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a bulk job.
 *
 * @param value any text can be asked for, most are simply not found
 */
public record BulkJobId(@JsonValue String value) {
  @JsonCreator
  public BulkJobId {}

  @Override
  public String toString() {
    return value;
  }
}
