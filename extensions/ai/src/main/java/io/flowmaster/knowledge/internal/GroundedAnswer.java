package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.Passage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks what a language model wrote: each of its sentences has to name passages that are there and
 * to share its words with one of them; what does not is left out.
 *
 * @param text what is left; empty when nothing is
 * @param dropped how many sentences were left out
 */
record GroundedAnswer(String text, int dropped) {
  static final String NO_ANSWER = "NO_ANSWER";

  /** From which part of a sentence's words in the passages that it names it can rest on them. */
  private static final double SHARED = 0.4;

  private static final Pattern CITED = Pattern.compile("\\[(\\d{1,3}(?:\\s*,\\s*\\d{1,3})*)]");

  static GroundedAnswer of(String written, List<Passage> passages) {
    List<String> kept = new ArrayList<>();
    int dropped = 0;
    for (String sentence : sentences(written)) {
      if (isGrounded(sentence, passages)) {
        kept.add(sentence);
      } else {
        dropped++;
      }
    }
    return new GroundedAnswer(String.join(" ", kept), dropped);
  }

  /** A citation after the full stop belongs to the sentence before it. */
  private static List<String> sentences(String written) {
    List<String> sentences = new ArrayList<>();
    String text = written.replace(NO_ANSWER, "").strip();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      Matcher citation = CITED.matcher(text).region(end, text.length());
      int last = end;
      while (citation.lookingAt()) {
        last = citation.end();
        citation.region(last, text.length());
      }
      if (last > start) {
        String sentence = text.substring(start, last).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        start = last;
      }
    }
    return sentences;
  }

  private static boolean isGrounded(String sentence, List<Passage> passages) {
    Matcher citation = CITED.matcher(sentence);
    StringBuilder cited = new StringBuilder();
    boolean names = false;
    while (citation.find()) {
      for (String number : citation.group(1).split("\\s*,\\s*")) {
        int index = Integer.parseInt(number) - 1;
        if (index < 0 || index >= passages.size()) {
          return false;
        }
        Passage passage = passages.get(index);
        cited.append(passage.text()).append('\n').append(passage.source()).append('\n');
        cited.append(passage.section() == null ? "" : passage.section()).append('\n');
        names = true;
      }
    }
    String words = CITED.matcher(sentence).replaceAll(" ");
    return names
        && Matches.of(words, cited.toString(), Language.detect(cited.toString())).coverage()
            >= SHARED;
  }
}
