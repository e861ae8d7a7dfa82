package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.TextSpan;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Where a question's words stand in a text.
 *
 * @param spans the words, in order
 * @param coverage which part of the question's different words there are, 0 to 1
 */
record Matches(List<TextSpan> spans, double coverage) {
  private static final int MOST_SPANS = 200;

  static Matches of(String question, String text, Language language) {
    Set<String> wanted = terms(question, language);
    List<TextSpan> spans = new ArrayList<>();
    Set<String> found = new HashSet<>();
    try (TokenStream tokens = language.analyzer().tokenStream("", new StringReader(text))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (wanted.contains(term.toString())) {
          found.add(term.toString());
          if (spans.size() < MOST_SPANS) {
            spans.add(new TextSpan(offset.startOffset(), offset.endOffset()));
          }
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Matches(spans, wanted.isEmpty() ? 0 : (double) found.size() / wanted.size());
  }

  /** The words that count, as the index has them. */
  static Set<String> terms(String text, Language language) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream tokens = language.analyzer().tokenStream("", new StringReader(text))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
