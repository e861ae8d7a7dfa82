package io.flowmaster.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An opaque position in a sorted list: the keyset values of the last row that was read. */
public final class Cursor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_LENGTH = 2_000;

  /** What every database can compare with. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
  private final List<@Nullable Object> values;

  private Cursor(List<@Nullable Object> values) {
    this.values = values;
  }

  /** Writes keyset values as text for a {@code nextCursor}; instants keep their nanoseconds. */
  static String encode(List<?> values) {
    List<?> plain = values.stream().map(v -> v instanceof Instant i ? i.toString() : v).toList();
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(plain));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a keyset: " + plain, e);
    }
  }

  /**
   * Reads a {@code cursor} parameter.
   *
   * @throws InvalidValue when it is not one that this platform gave out
   */
  public static Cursor decode(String text) {
    if (text.length() > MAX_LENGTH) {
      throw invalid();
    }
    try {
      return new Cursor(
          JSON.readValue(Base64.getUrlDecoder().decode(text), new TypeReference<>() {}));
    } catch (IllegalArgumentException | IOException e) {
      throw invalid();
    }
  }

  /** The text at a position of the keyset. */
  public String string(int index) {
    String text = value(index, String.class);
    if (text.indexOf('\0') >= 0) {
      throw invalid();
    }
    return text;
  }

  /** The number at a position of the keyset. */
  public long number(int index) {
    return value(index, Number.class).longValue();
  }

  /** The instant at a position of the keyset. */
  public Instant instant(int index) {
    try {
      Instant instant = Instant.parse(string(index));
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw invalid();
      }
      return instant;
    } catch (DateTimeParseException e) {
      throw invalid();
    }
  }

  private <T> T value(int index, Class<T> type) {
    Object value = index < values.size() ? values.get(index) : null;
    if (!type.isInstance(value)) {
      throw invalid();
    }
    return type.cast(value);
  }

  private static InvalidValue invalid() {
    return new InvalidValue(
        "cursor", "Take the cursor from nextCursor of the former page, with the same filters.");
  }
}
