package io.flowmaster.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A tenant: an organisation whose data no other tenant can see.
 *
 * @param value lower-case letters, digits and hyphens, at most 64 characters
 */
public record TenantId(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  @JsonCreator
  public TenantId {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidValue(
          "tenant-id", "A tenant id has 1 to 64 lower-case letters, digits and hyphens.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
