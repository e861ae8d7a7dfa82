package io.flowmaster.identity.internal;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** A set of words in one column, parted by spaces as OAuth writes scopes. */
final class WordSet {
  private WordSet() {}

  static String write(Collection<String> words) {
    return String.join(" ", new TreeSet<>(words));
  }

  static Set<String> read(String column) {
    return column.isBlank() ? Set.of() : Set.of(column.split(" "));
  }
}
