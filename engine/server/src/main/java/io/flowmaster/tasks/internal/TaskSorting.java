package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.joining;

import io.flowmaster.platform.Cursor;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskSearch.Sort;
import io.flowmaster.tasks.TaskSearch.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list as a keyset: the columns that were asked for, and the id, which runs as the
 * last of them.
 */
final class TaskSorting {
  private record Key(TaskOrder by, boolean descending) {}

  private final List<Key> keys;

  private TaskSorting(List<Key> keys) {
    this.keys = keys;
  }

  static TaskSorting of(TaskSearch search) {
    if (search.sort().isEmpty()) {
      return new TaskSorting(List.of(usual(search.view())));
    }
    List<Key> keys = new ArrayList<>(search.sort().stream().map(TaskSorting::asked).toList());
    if (keys.size() == 1 && keys.get(0).by == TaskOrder.PRIORITY) {
      keys.add(new Key(TaskOrder.DUE, keys.get(0).descending));
    }
    return new TaskSorting(List.copyOf(keys));
  }

  private static Key usual(@Nullable View view) {
    if (view == View.COMPLETED) {
      return new Key(TaskOrder.ENDED, true);
    }
    return view == View.ESCALATED
        ? new Key(TaskOrder.ESCALATED, true)
        : new Key(TaskOrder.DUE, false);
  }

  private static Key asked(Sort sort) {
    boolean descending = sort.descending() != (sort.by() == Sort.Field.PRIORITY);
    return new Key(TaskOrder.of(sort.by()), descending);
  }

  /** The column that lists are read by. */
  TaskOrder first() {
    return keys.get(0).by;
  }

  boolean isBy(TaskOrder order) {
    return keys.stream().anyMatch(key -> key.by == order);
  }

  /** Whether an index has the whole order; else it has the first column only. */
  boolean isIndexed() {
    return keys.size() == 1 || (keys.size() == 2 && isUrgentAndDue());
  }

  private boolean isUrgentAndDue() {
    return first() == TaskOrder.PRIORITY
        && keys.get(1).by == TaskOrder.DUE
        && keys.get(0).descending == keys.get(1).descending;
  }

  /** The keyset of a row, the id last; {@link #bind} reads it back. */
  List<?> key(TaskRow row) {
    return Stream.concat(keys.stream().map(key -> key.by.key(row)), Stream.of(row.id())).toList();
  }

  /** Puts the keyset of a cursor into parameters {@code k0}, {@code k1}, ...; the id last. */
  void bind(Cursor cursor, Map<String, Object> parameters) {
    for (int i = 0; i < keys.size(); i++) {
      parameters.put("k" + i, keys.get(i).by.value(cursor, i));
    }
    parameters.put("k" + keys.size(), cursor.string(keys.size()));
  }

  String columns(String alias) {
    return keys.stream().map(key -> alias + key.by.column() + ", ").collect(joining());
  }

  String ordering(String alias, String id) {
    return Stream.concat(
            keys.stream().map(key -> alias + key.by.column() + direction(key)),
            Stream.of(alias + id + direction(last())))
        .collect(joining(", "));
  }

  /** The first column only, as an index has it. */
  String firstOrdering(String alias) {
    return alias + first().column() + direction(keys.get(0));
  }

  /** What follows the cursor. An index with the whole order is entered by one comparison. */
  String after(String alias, String id) {
    if (isIndexed()) {
      String values =
          IntStream.rangeClosed(0, keys.size()).mapToObj(i -> ":k" + i).collect(joining(", "));
      return " and (%s%s) %s (%s)".formatted(columns(alias), id, beyond(last()), values);
    }
    String rest = "%s %s :k%d".formatted(id, beyond(last()), keys.size());
    for (int i = keys.size() - 1; i >= 0; i--) {
      String column = alias + keys.get(i).by.column();
      rest =
          "(%1$s %2$s :k%3$d or (%1$s = :k%3$d and %4$s))"
              .formatted(column, beyond(keys.get(i)), i, rest);
    }
    return " and %s%s %s= :k0 and ".formatted(alias, first().column(), beyond(keys.get(0))) + rest;
  }

  /** As the cursor in the first column. */
  String alike(String alias) {
    return " and %s%s = :k0".formatted(alias, first().column());
  }

  /** Up to a value of the first column, itself included. */
  String upTo(String alias) {
    return " and %s%s %s= :bound"
        .formatted(alias, first().column(), keys.get(0).descending ? ">" : "<");
  }

  private Key last() {
    return keys.get(keys.size() - 1);
  }

  private static String direction(Key key) {
    return key.descending ? " desc" : "";
  }

  private static String beyond(Key key) {
    return key.descending ? "<" : ">";
  }
}
