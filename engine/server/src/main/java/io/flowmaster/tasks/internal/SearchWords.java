package io.flowmaster.tasks.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, without case and accents: {@code "Prüfung ORD-4711"} has {@code prufung},
 * {@code ord} and {@code 4711}. A text is found by the beginnings of its words.
 */
final class SearchWords {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONGEST = 40;
  private static final int MOST = 40;

  /** No UTF-8 text has this byte: whatever begins with a word sorts before the word and it. */
  private static final byte AFTER_ALL = (byte) 0xFF;

  private SearchWords() {}

  /** Each word once, at most forty. */
  static Set<String> of(@Nullable String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      if (text == null) {
        continue;
      }
      String plain =
          ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
      for (String word : BETWEEN.split(plain.toLowerCase(Locale.ROOT))) {
        if (!word.isEmpty() && words.size() < MOST) {
          words.add(shortened(word));
        }
      }
    }
    return words;
  }

  static Set<String> of(EngineTask task) {
    EngineTask.ProcessRef process = task.process();
    return process == null
        ? of(task.name())
        : of(task.name(), process.businessKey(), process.name());
  }

  /** What a question asks for, the longest word first: it is likely to be the rarest. */
  static List<String> asked(String question) {
    return of(question).stream().sorted((a, b) -> Integer.compare(b.length(), a.length())).toList();
  }

  static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /** The end, exclusive, of all words that begin with this one. */
  static byte[] end(String word) {
    byte[] begin = bytes(word);
    byte[] end = Arrays.copyOf(begin, begin.length + 1);
    end[begin.length] = AFTER_ALL;
    return end;
  }

  private static String shortened(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST));
  }
}
