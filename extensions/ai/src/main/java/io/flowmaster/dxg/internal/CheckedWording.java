package io.flowmaster.dxg.internal;

import io.flowmaster.dxg.SourceRef;
import io.flowmaster.dxg.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what a model says, a line at a time, and lets through only what the statements that it
 * names hold: each number, each name, and most words of a line have to stand in one of them. What a
 * statement says is data; an instruction in it can at most be repeated, never followed.
 */
final class CheckedWording {
  private static final Pattern CITED = Pattern.compile("\\[(\\d{1,3}(?:\\s*,\\s*\\d{1,3})*)]");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,:]*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}-]*");

  /**
   * With these a sentence may begin although no source has them; any other word could be a name.
   */
  private static final Set<String> OPENERS =
      Set.of(
          "the",
          "this",
          "that",
          "these",
          "it",
          "its",
          "in",
          "on",
          "a",
          "an",
          "at",
          "there",
          "so",
          "of",
          "for",
          "since",
          "most",
          "all",
          "half",
          "no",
          "nobody",
          "none",
          "some",
          "several",
          "similar",
          "however",
          "also",
          "they",
          "he",
          "she",
          "because",
          "after",
          "before",
          "until",
          "now",
          "both",
          "currently",
          "usually",
          "overall",
          "note",
          "as",
          "with",
          "by",
          "to");

  private static final int LONGEST = 600;
  private static final double HELD = 0.5;
  private static final int SHORT = 4;

  private final List<Statement> held;
  private final boolean areNounsCapital;
  private final Consumer<String> heard;
  private final StringBuilder line = new StringBuilder();
  private final List<Statement> sentences = new ArrayList<>();
  private int refused;

  /**
   * @param held the statements, as the model was told them, the first being [1]
   * @param heard takes each sentence that passes
   */
  CheckedWording(List<Statement> held, Locale locale, Consumer<String> heard) {
    this.held = held;
    this.areNounsCapital = locale.getLanguage().equals("de");
    this.heard = heard;
  }

  void token(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '\n') {
        end();
      } else if (line.length() < LONGEST) {
        line.append(c);
      }
    }
  }

  /** What passed, when all was said. */
  List<Statement> end() {
    String said = line.toString().strip();
    line.setLength(0);
    if (!said.isEmpty()) {
      take(said);
    }
    return sentences;
  }

  /** Whether so much was refused that the rest is not worth showing. */
  boolean isUnreliable() {
    return sentences.isEmpty() || refused > sentences.size();
  }

  private void take(String said) {
    Set<Integer> cited = new LinkedHashSet<>();
    Matcher marks = CITED.matcher(said);
    while (marks.find()) {
      for (String number : marks.group(1).split("\\s*,\\s*")) {
        cited.add(Integer.parseInt(number));
      }
    }
    String text =
        CITED
            .matcher(said)
            .replaceAll("")
            .replaceAll("^[-*•]\\s+", "")
            .replaceAll("\\s+([.,;!?])", "$1")
            .replaceAll("\\s{2,}", " ")
            .strip();
    boolean areThere = !cited.isEmpty() && cited.stream().allMatch(n -> n >= 1 && n <= held.size());
    if (text.isEmpty() || !areThere || !isHeld(text, cited)) {
      refused++;
      return;
    }
    Set<SourceRef> sources = new LinkedHashSet<>();
    cited.forEach(n -> sources.addAll(held.get(n - 1).sources()));
    sentences.add(new Statement(text, List.copyOf(sources)));
    heard.accept(text);
  }

  private boolean isHeld(String text, Set<Integer> cited) {
    StringBuilder all = new StringBuilder();
    cited.forEach(n -> all.append(held.get(n - 1).text()).append(' '));
    String source = all.toString();
    return numbers(source).containsAll(numbers(text)) && areWordsHeld(text, source);
  }

  private static Set<String> numbers(String text) {
    Set<String> numbers = new LinkedHashSet<>();
    Matcher found = NUMBER.matcher(text);
    while (found.find()) {
      numbers.add(found.group().replaceAll("[.,:]+$", "").replaceAll("[.,]", ""));
    }
    return numbers;
  }

  private boolean areWordsHeld(String text, String source) {
    String known = source.toLowerCase(Locale.ROOT);
    int words = 0;
    int found = 0;
    Matcher each = WORD.matcher(text);
    while (each.find()) {
      String word = each.group();
      String lower = word.toLowerCase(Locale.ROOT);
      boolean isKnown = known.contains(lower.substring(0, Math.min(lower.length(), stem(lower))));
      boolean isName = !areNounsCapital && Character.isUpperCase(word.charAt(0));
      boolean isOpener = each.start() == 0 && OPENERS.contains(lower);
      if (isName && !isOpener && !known.contains(lower)) {
        return false;
      }
      if (word.length() > SHORT) {
        words++;
        found += isKnown ? 1 : 0;
      }
    }
    return words == 0 || (double) found / words >= HELD;
  }

  /** The beginning that forms of a word share, near enough. */
  private static int stem(String word) {
    return Math.max(SHORT, word.length() - 3);
  }
}
