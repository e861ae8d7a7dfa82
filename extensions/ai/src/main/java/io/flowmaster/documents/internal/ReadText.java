package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentPage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a whole document, whose places are those that pages and blocks have.
 *
 * @param language ISO 639-1; null when it cannot be told
 */
record ReadText(String text, List<DocumentPage> pages, @Nullable String language) {

  static ReadText of(List<DocumentPage> pages, @Nullable String language) {
    return new ReadText(
        pages.stream()
            .map(DocumentPage::text)
            .collect(Collectors.joining(String.valueOf(Reading.PAGE_BREAK))),
        pages,
        language);
  }

  /** A text that is one page. */
  static ReadText of(String text) {
    return of(List.of(new DocumentPage(1, 0, text.length(), text, List.of())), Languages.of(text));
  }

  /** On which page a place is. */
  int page(int place) {
    int page = 1;
    for (DocumentPage each : pages) {
      if (each.start() <= place) {
        page = each.page();
      }
    }
    return page;
  }

  /** The line around a place, without its end. */
  String lineBefore(int place) {
    int begin =
        Math.max(
            text.lastIndexOf('\n', place - 1), text.lastIndexOf(Reading.PAGE_BREAK, place - 1));
    return text.substring(begin + 1, place);
  }
}
