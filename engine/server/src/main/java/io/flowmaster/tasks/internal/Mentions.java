package io.flowmaster.tasks.internal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** People who are called in a text by an at sign and their id, as in {@code @ana}. */
final class Mentions {
  /** A text that calls more people calls the first of them. */
  static final int MOST = 20;

  /** A dot at the end ends the sentence. */
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._-])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,62}[\\p{L}\\p{N}_-])?)");

  private Mentions() {}

  static Set<String> in(String text) {
    return MENTION
        .matcher(text)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .distinct()
        .limit(MOST)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
