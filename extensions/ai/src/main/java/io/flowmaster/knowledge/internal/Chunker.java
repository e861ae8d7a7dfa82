package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.internal.Block.Kind;
import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into passages along its structure: a passage has whole blocks of one section and one
 * page; what is too long is cut between sentences; a table's rows stay together, and each part of a
 * table knows its first row.
 */
final class Chunker {
  /** About what the embedding model reads of a text. */
  static final int USUAL = 1_000;

  private static final int LONGEST = 1_400;
  private static final int LONGEST_SECTION = 600;
  private static final int LONGEST_CONTEXT = 400;
  private final StructuredText source;
  private final Locale locale;
  private final List<Piece> pieces = new ArrayList<>();
  private final Deque<Block> headings = new ArrayDeque<>();
  private @Nullable Block lonely;
  private @Nullable Block tableHead;
  private @Nullable Block first;
  private @Nullable Block last;

  private Chunker(StructuredText source, Locale locale) {
    this.source = source;
    this.locale = locale;
  }

  static List<Piece> pieces(StructuredText source, String language) {
    return new Chunker(source, Locale.forLanguageTag(language)).cut();
  }

  private List<Piece> cut() {
    for (Block block : source.blocks()) {
      if (block.kind() == Kind.HEADING) {
        heading(block);
      } else {
        body(block);
      }
    }
    flush();
    addLonely();
    return pieces;
  }

  private void heading(Block block) {
    flush();
    tableHead = null;
    if (lonely != null && block.level() <= lonely.level()) {
      addLonely();
    }
    while (!headings.isEmpty() && headings.peekLast().level() >= block.level()) {
      headings.removeLast();
    }
    headings.addLast(block);
    lonely = block;
  }

  private void body(Block block) {
    lonely = null;
    boolean isRow = block.kind() == Kind.TABLE_ROW;
    if (first != null && last != null && mustCut(first, last, block)) {
      flush();
    }
    if (!isRow) {
      tableHead = null;
    } else if (tableHead == null) {
      tableHead = block;
    }
    if (block.length() > LONGEST) {
      flush();
      sentences(block);
      return;
    }
    if (first == null) {
      first = block;
    }
    last = block;
  }

  private static boolean mustCut(Block first, Block last, Block next) {
    return next.end() - first.start() > USUAL
        || (next.kind() == Kind.TABLE_ROW) != (last.kind() == Kind.TABLE_ROW)
        || next.page() != null && !next.page().equals(first.page());
  }

  private void flush() {
    if (first != null && last != null) {
      add(first.start(), last.end(), first);
    }
    first = null;
    last = null;
  }

  /** A heading that nothing stands under says something by itself. */
  private void addLonely() {
    if (lonely != null) {
      Block heading = lonely;
      headings.remove(heading);
      add(heading.start(), heading.end(), heading);
      headings.addLast(heading);
      lonely = null;
    }
  }

  private void sentences(Block block) {
    String text = source.text().substring(block.start(), block.end());
    BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
    breaks.setText(text);
    int start = 0;
    int end = 0;
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      if (next - start > USUAL && end > start) {
        add(block.start() + start, block.start() + end, block);
        start = end;
      }
      while (next - start > LONGEST) {
        int cut = atSpace(text, start + USUAL);
        add(block.start() + start, block.start() + cut, block);
        start = cut;
      }
      end = next;
    }
    add(block.start() + start, block.end(), block);
  }

  /** The last space before, or right there when there is none for long. */
  private static int atSpace(String text, int most) {
    int cut = text.lastIndexOf(' ', most);
    int at = cut > most - USUAL / 2 ? cut : most;
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private void add(int from, int to, Block block) {
    int start = from;
    int end = to;
    String text = source.text();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      pieces.add(
          new Piece(
              start, end, block.page(), section(), text.substring(start, end), context(start)));
    }
  }

  private @Nullable String section() {
    if (headings.isEmpty()) {
      return null;
    }
    Iterator<Block> each = headings.iterator();
    List<String> words = new ArrayList<>();
    while (each.hasNext()) {
      words.add(of(each.next()));
    }
    return shortened(words.stream().collect(Collectors.joining(" > ")), LONGEST_SECTION);
  }

  private @Nullable String context(int start) {
    return tableHead == null || tableHead.start() >= start
        ? null
        : shortened(of(tableHead), LONGEST_CONTEXT);
  }

  private String of(Block block) {
    return source.text().substring(block.start(), block.end()).strip();
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
