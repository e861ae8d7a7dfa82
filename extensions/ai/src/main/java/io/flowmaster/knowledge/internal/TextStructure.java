package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.internal.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds headings, paragraphs, list items and rows of tables in plain text and in Markdown. */
final class TextStructure {
  private static final char PAGE_BREAK = '\f';
  private static final int LONGEST_HEADING = 90;
  private static final Pattern MARKED = Pattern.compile("(#{1,6})\\s+\\S.*");
  private static final Pattern NUMBERED =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){0,4})\\.?\\s+\\p{Lu}[^.!?;]*");
  private static final Pattern ITEM = Pattern.compile("\\s{0,12}(?:[-*+•]|\\d{1,3}[.)])\\s+\\S.*");
  private static final Pattern RULE = Pattern.compile("[\\s|:+=-]+");
  private final String text;
  private final boolean isMarkdown;
  private final List<Block> blocks = new ArrayList<>();
  private final boolean hasPages;
  private int page = 1;
  private int paragraphStart = -1;
  private int paragraphEnd;
  private int paragraphLines;
  private boolean isFenced;

  private TextStructure(String text, boolean isMarkdown) {
    this.text = text;
    this.isMarkdown = isMarkdown;
    this.hasPages = text.indexOf(PAGE_BREAK) >= 0;
  }

  static StructuredText plain(String text) {
    return new TextStructure(clean(text), false).read();
  }

  static StructuredText markdown(String text) {
    return new TextStructure(clean(text), true).read();
  }

  /** Without what databases refuse, and with one way to end a line. */
  static String clean(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
  }

  private StructuredText read() {
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != PAGE_BREAK) {
        end++;
      }
      line(start, end);
      if (end < text.length() && text.charAt(end) == PAGE_BREAK) {
        endParagraph();
        page++;
      }
      start = end + 1;
    }
    endParagraph();
    return new StructuredText(text, blocks);
  }

  private void line(int from, int end) {
    int start = from;
    int last = end;
    while (start < last && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    String line = text.substring(start, last);
    if (isMarkdown && line.startsWith("```")) {
      isFenced = !isFenced;
      endParagraph();
    } else if (line.isEmpty() && !isFenced) {
      endParagraph();
    } else if (isFenced) {
      extend(start, last);
    } else {
      line(line, start, last);
    }
  }

  private void line(String line, int start, int end) {
    Matcher heading = MARKED.matcher(line);
    if (isMarkdown && heading.matches()) {
      endParagraph();
      int level = heading.group(1).length();
      int first = start + level;
      while (Character.isWhitespace(text.charAt(first))) {
        first++;
      }
      add(Kind.HEADING, level, first, end);
    } else if (isMarkdown && line.startsWith("|") || line.indexOf('\t') > 0) {
      endParagraph();
      if (!RULE.matcher(line).matches()) {
        add(Kind.TABLE_ROW, 0, start, end);
      }
    } else if (ITEM.matcher(line).matches() && !isNumberedHeading(line)) {
      endParagraph();
      add(Kind.LIST_ITEM, 0, start, end);
    } else {
      extend(start, end);
    }
  }

  private void extend(int start, int end) {
    if (end == start) {
      return;
    }
    if (paragraphStart < 0) {
      paragraphStart = start;
    }
    paragraphLines++;
    paragraphEnd = end;
  }

  /** A plain text's numbered line that stands alone is a heading. */
  private void endParagraph() {
    if (paragraphStart >= 0) {
      String paragraph = text.substring(paragraphStart, paragraphEnd);
      Matcher numbered = NUMBERED.matcher(paragraph);
      if (!isMarkdown && paragraphLines == 1 && isNumberedHeading(paragraph)) {
        numbered.matches();
        add(Kind.HEADING, numbered.group(1).split("\\.").length, paragraphStart, paragraphEnd);
      } else {
        add(Kind.PARAGRAPH, 0, paragraphStart, paragraphEnd);
      }
    }
    paragraphStart = -1;
    paragraphLines = 0;
  }

  private boolean isNumberedHeading(String line) {
    return !isMarkdown && line.length() <= LONGEST_HEADING && NUMBERED.matcher(line).matches();
  }

  private void add(Kind kind, int level, int start, int end) {
    @Nullable Integer where = hasPages ? page : null;
    blocks.add(new Block(kind, level, start, end, where));
  }
}
