package io.flowmaster.knowledge.internal;

import org.jspecify.annotations.Nullable;

/**
 * A part of a text as it is laid out.
 *
 * @param level of a heading, from 1; 0 for the rest
 * @param end exclusive
 * @param page from 1; null when the text has no pages
 */
record Block(Kind kind, int level, int start, int end, @Nullable Integer page) {
  enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW
  }

  int length() {
    return end - start;
  }
}
