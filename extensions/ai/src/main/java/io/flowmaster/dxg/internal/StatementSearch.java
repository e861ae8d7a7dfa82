package io.flowmaster.dxg.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.models.Embeddings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.springframework.stereotype.Component;

/**
 * Finds the statements that answer a question: by the question's words, rare ones counting more,
 * and by meaning among those that may fit. Finds nothing rather than what is merely near.
 */
@Component
class StatementSearch {
  private static final int EMBEDDED = 60;
  private static final int CACHED = 5_000;
  private static final double BY_WORDS = 0.34;
  private static final double BY_MEANING = 0.6;
  private static final double ASKED_FOR = 0.7;

  /** The embeddings know English; what they make of other languages is a weak hint. */
  private static final double GERMAN_MEANING = 0.75;

  /** Words of questions, which say what sort of answer is wanted and not about what. */
  private static final Set<String> ASKING =
      Set.of(
          "who",
          "when",
          "what",
          "how",
          "why",
          "where",
          "which",
          "long",
          "mani",
          "much",
          "doe",
          "do",
          "did",
          "ha",
          "have",
          "been",
          "can",
          "could",
          "should",
          "i",
          "my",
          "me",
          "you",
          "we",
          "us",
          "case",
          "ani",
          "somebodi",
          "someon",
          "anybodi",
          "anyon",
          "leav",
          "left",
          "about",
          "tell",
          "know",
          "happen",
          "give",
          "show",
          "pleas",
          "get",
          "jemand",
          "etwa",
          "zeig",
          "bitt",
          "wer",
          "wann",
          "was",
          "wie",
          "warum",
          "wo",
          "welch",
          "lang",
          "viel",
          "hat",
          "wurd",
          "ist",
          "vorgang",
          "gibt",
          "dies",
          "kann",
          "soll",
          "ich");

  private final Embeddings embeddings;
  private final Analyzer english = new EnglishAnalyzer();
  private final Analyzer german = new GermanAnalyzer();
  private final Cache<String, float[]> vectors = Caffeine.newBuilder().maximumSize(CACHED).build();

  StatementSearch(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  /** A statement and how well it fits, from 0 to 1. */
  record Hit(Fact fact, double score) {}

  private record Candidate(Fact fact, double coverage) {}

  /** The best first; empty when nothing supports an answer. */
  List<Hit> find(String question, List<Fact> facts, Locale locale, int most) {
    boolean isGerman = locale.getLanguage().equals("de");
    Analyzer analyzer = isGerman ? german : english;
    Set<String> asked = terms(analyzer, question);
    List<Set<String>> said = new ArrayList<>();
    List<Set<String>> hinted = new ArrayList<>();
    Map<String, Integer> frequency = new HashMap<>();
    for (Fact fact : facts) {
      Set<String> own = terms(analyzer, fact.text());
      Set<String> words = terms(analyzer, fact.words());
      said.add(own);
      hinted.add(words);
      Set<String> both = new HashSet<>(own);
      both.addAll(words);
      both.forEach(term -> frequency.merge(term, 1, Integer::sum));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      double coverage = coverage(asked, said.get(i), hinted.get(i), frequency, facts.size());
      candidates.add(new Candidate(facts.get(i), coverage));
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::coverage)
            .reversed()
            .thenComparing(each -> each.fact().kind()));
    return ranked(question, candidates.stream().limit(EMBEDDED).toList(), isGerman, most);
  }

  private List<Hit> ranked(
      String question, List<Candidate> candidates, boolean isGerman, int most) {
    float[] wanted = vector(question);
    List<Hit> hits = new ArrayList<>();
    for (Candidate each : candidates) {
      double meaning = cosine(wanted, vector(each.fact().text()));
      boolean fits =
          each.coverage() >= BY_WORDS || meaning >= (isGerman ? GERMAN_MEANING : BY_MEANING);
      if (fits) {
        double share = isGerman ? 0.15 : 0.35;
        hits.add(new Hit(each.fact(), (1 - share) * each.coverage() + share * meaning));
      }
    }
    hits.sort(
        Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(each -> each.fact().kind()));
    return hits.stream().limit(most).toList();
  }

  /** The part of the question's weight that the statement has; rare words weigh more. */
  private static double coverage(
      Set<String> asked,
      Set<String> said,
      Set<String> hinted,
      Map<String, Integer> frequency,
      int all) {
    double found = 0;
    double whole = 0;
    boolean isAbout = false;
    for (String term : asked) {
      boolean isAsking = ASKING.contains(term);
      double weight =
          (isAsking ? 0.15 : 1)
              * Math.log(1 + (all + 1.0) / (frequency.getOrDefault(term, 0) + 0.5));
      whole += weight;
      if (said.contains(term)) {
        found += weight;
        isAbout |= !isAsking;
      } else if (hinted.contains(term)) {
        found += ASKED_FOR * weight;
        isAbout |= !isAsking;
      }
    }
    return isAbout && whole > 0 ? found / whole : 0;
  }

  private static Set<String> terms(Analyzer analyzer, String text) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream("text", text)) {
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

  private float[] vector(String text) {
    return vectors.get(text, embeddings::embed);
  }

  /** Of vectors of length 1. */
  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
