package io.flowmaster.platform;

import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for. A controller method takes it as a parameter; it is read from {@code
 * limit}, {@code cursor} and {@code count}.
 *
 * @param limit 1 to 200, 50 when absent
 * @param cursor the former answer's {@code nextCursor}, null for the first page
 * @param count whether the total is wanted
 */
public record PageQuery(int limit, @Nullable Cursor cursor, boolean count) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  public PageQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidValue("limit", "limit is a whole number from 1 to " + MAX_LIMIT + ".");
    }
  }

  /** The first page in the usual size. */
  public static PageQuery first() {
    return new PageQuery(DEFAULT_LIMIT, null, false);
  }
}
