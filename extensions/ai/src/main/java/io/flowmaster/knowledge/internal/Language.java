package io.flowmaster.knowledge.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** The languages whose words are known, and how they are taken apart. */
enum Language {
  ENGLISH("en", new EnglishAnalyzer()),
  GERMAN("de", new GermanAnalyzer()),
  /** Any other: words are taken as they are. */
  OTHER("und", new StandardAnalyzer());

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}']+");
  private static final int ENOUGH = 4_000;
  private static final Map<Language, CharArraySet> SMALL_WORDS =
      Map.of(
          ENGLISH, EnglishAnalyzer.getDefaultStopSet(), GERMAN, GermanAnalyzer.getDefaultStopSet());

  /** Words of questions, which are short and hold few of the small words. */
  private static final Map<Language, List<String>> MORE_WORDS =
      Map.of(
          ENGLISH, List.of("what", "who", "how", "when", "where", "which", "does", "many", "from"),
          GERMAN, List.of("wieviele", "wieviel", "wann", "warum", "wem", "viele", "wurde", "gibt"));

  private final String tag;
  private final Analyzer analyzer;

  Language(String tag, Analyzer analyzer) {
    this.tag = tag;
    this.analyzer = analyzer;
  }

  String tag() {
    return tag;
  }

  Analyzer analyzer() {
    return analyzer;
  }

  static Language of(String tag) {
    for (Language each : values()) {
      if (each.tag.equals(tag)) {
        return each;
      }
    }
    return OTHER;
  }

  /** By the small words, of which each language has its own. */
  static Language detect(String text) {
    String sample = text.length() <= ENOUGH ? text : text.substring(0, ENOUGH);
    int english = 0;
    int german = 0;
    for (String word : WORDS.split(sample.toLowerCase(Locale.ROOT))) {
      english += ENGLISH.has(word) ? 1 : 0;
      german += GERMAN.has(word) || word.matches(".*[äöüß].*") ? 1 : 0;
    }
    if (english == german) {
      return OTHER;
    }
    return english > german ? ENGLISH : GERMAN;
  }

  private boolean has(String word) {
    return SMALL_WORDS.get(this).contains(word) || MORE_WORDS.get(this).contains(word);
  }
}
