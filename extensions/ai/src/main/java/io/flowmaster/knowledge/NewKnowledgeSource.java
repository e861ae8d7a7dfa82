package io.flowmaster.knowledge;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text to be.
 *
 * @param collection the id or the name of a collection
 * @param title what it is cited as; null for the document's name or the text's first words
 * @param key names it from outside; null for none
 * @param content the text; null when a document is named
 * @param format how the text is written
 * @param document the id of a document whose text is taken; null when there is a text
 * @param language {@code en}, {@code de} or {@code und}; null to have it found out
 * @param attributes what filters can ask for
 */
public record NewKnowledgeSource(
    String collection,
    @Nullable String title,
    @Nullable String key,
    @Nullable String content,
    Format format,
    @Nullable String document,
    @Nullable String language,
    Map<String, String> attributes) {

  public NewKnowledgeSource {
    attributes = Map.copyOf(attributes);
  }

  /** How a text is written. */
  public enum Format {
    /** Paragraphs apart by empty lines; a form feed begins a page. */
    TEXT,
    /** Markdown: headings, paragraphs, lists, tables. */
    MARKDOWN,
    /** HTML; its scripts and styles are no text. */
    HTML
  }

  @Override
  public String toString() {
    return "NewKnowledgeSource[" + title + "]";
  }
}
