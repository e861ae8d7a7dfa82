package io.flowmaster.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the page, at most as many as asked for
 * @param nextCursor where the next page begins; null on the last page
 * @param total how many there are in all; only when asked for by {@code ?count=true}
 * @param totalIsExact false when there are more than {@code total}, which is then as far as was
 *     counted; absent when {@code total} is all
 */
public record Page<T>(
    List<T> items,
    @Nullable String nextCursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean totalIsExact) {

  public Page {
    items = List.copyOf(items);
  }

  /** A page whose total, if it has one, is exact. */
  public Page(List<T> items, @Nullable String nextCursor, @Nullable Long total) {
    this(items, nextCursor, total, null);
  }

  /**
   * Makes a page from one row more than was asked for: the surplus row shows that there is a next
   * page.
   *
   * @param rows up to {@code query.limit() + 1} rows
   * @param key the keyset values of a row, in sort order
   * @param total null when not counted
   */
  public static <T> Page<T> of(
      List<T> rows, PageQuery query, Function<T, List<?>> key, @Nullable Long total) {
    if (rows.size() <= query.limit()) {
      return new Page<>(rows, null, total);
    }
    List<T> items = rows.subList(0, query.limit());
    return new Page<>(items, Cursor.encode(key.apply(items.get(items.size() - 1))), total);
  }

  /**
   * A page that ends before it is full, because what was looked through for it was enough.
   *
   * @param key the keyset values of the last row that was looked at
   */
  public static <T> Page<T> upTo(List<T> items, List<?> key) {
    return new Page<>(items, Cursor.encode(key), null);
  }

  public <R> Page<R> map(Function<T, R> mapper) {
    return new Page<>(items.stream().map(mapper).toList(), nextCursor, total, totalIsExact);
  }
}
