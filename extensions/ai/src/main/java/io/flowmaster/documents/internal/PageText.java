package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes pages of text and blocks of what Tika's parsers say in XHTML. Rows of tables become lines
 * with tabs between their cells, so that what belongs together stays together.
 */
final class PageText extends DefaultHandler {
  private static final Set<String> PAGES = Set.of("page", "slide", "slide-content");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> BREAKS =
      Set.of("p", "div", "tr", "li", "br", "table", "ul", "ol", "body");
  private final int most;
  private final boolean sheets;
  private final List<Written> pages = new ArrayList<>();
  private Written page = new Written(new StringBuilder(), new ArrayList<>());
  private int written;
  private int unread;
  private int listDepth;
  private int open = -1;
  private Kind kind = Kind.PARAGRAPH;
  private int level;
  private boolean inRow;
  private boolean firstCell;
  private boolean begun;

  /** A page so far; places are those in it. */
  record Written(StringBuilder text, List<Block> blocks) {}

  /** A block with its place in its page. */
  record Block(Kind kind, int level, int start, int end) {}

  /**
   * @param most how many characters there may be
   * @param sheets whether a heading of the first level begins a page, as it does for sheets
   */
  PageText(int most, boolean sheets) {
    this.most = most;
    this.sheets = sheets;
  }

  List<Written> pages() {
    close();
    List<Written> all = new ArrayList<>(pages);
    if (begun || !page.text().isEmpty() || all.isEmpty()) {
      all.add(page);
    }
    return all;
  }

  /** What follows stands on another page. */
  void turn() {
    close();
    begun = false;
    if (!page.text().isEmpty()) {
      pages.add(page);
      page = new Written(new StringBuilder(), new ArrayList<>());
    }
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes said) {
    String element = local.isEmpty() ? name : local;
    if (unread > 0 || element.equals("head") || element.equals("script")) {
      unread++;
      return;
    }
    String style = said.getValue("class");
    if (element.equals("div") && style != null && PAGES.contains(style)) {
      begin();
    } else if (sheets && element.equals("h1")) {
      turn();
    }
    if (CELLS.contains(element)) {
      if (!firstCell) {
        trim();
        write("\t");
      }
      firstCell = false;
    } else if (element.equals("tr")) {
      open(Kind.TABLE_ROW, 0);
      inRow = true;
      firstCell = true;
    } else if (!inRow) {
      openFor(element);
    }
  }

  /** Pages without text count as pages: the first begins at once, each further one ends one. */
  private void begin() {
    close();
    if (begun) {
      pages.add(page);
      page = new Written(new StringBuilder(), new ArrayList<>());
    }
    begun = true;
  }

  private void openFor(String element) {
    if (element.equals("ul") || element.equals("ol")) {
      listDepth++;
    } else if (element.equals("li")) {
      open(Kind.LIST_ITEM, Math.max(1, listDepth));
    } else if (element.equals("p")) {
      if (open < 0 || kind != Kind.LIST_ITEM) {
        open(Kind.PARAGRAPH, 0);
      }
    } else if (element.length() == 2 && element.charAt(0) == 'h' && element.charAt(1) <= '6') {
      open(Kind.HEADING, element.charAt(1) - '0');
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    if (unread > 0) {
      unread--;
      return;
    }
    String element = local.isEmpty() ? name : local;
    if (element.equals("tr")) {
      inRow = false;
      close();
    } else if (inRow) {
      if (element.equals("p") || element.equals("br")) {
        write(" ");
      }
    } else if (element.equals("ul") || element.equals("ol")) {
      listDepth = Math.max(0, listDepth - 1);
      close();
    } else if (element.equals("br")) {
      write("\n");
    } else if (BREAKS.contains(element) || (element.length() == 2 && element.charAt(0) == 'h')) {
      close();
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (unread > 0) {
      return;
    }
    String text = new String(chars, start, length);
    if (inRow) {
      text = text.replace('\n', ' ').replace('\t', ' ');
    }
    if (open < 0 && text.isBlank()) {
      return;
    }
    write(text);
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) {
    if (open >= 0 && !inRow) {
      write(new String(chars, start, length).indexOf('\n') < 0 ? " " : "\n");
    }
  }

  private void write(String text) {
    if (open < 0) {
      open(inRow ? Kind.TABLE_ROW : Kind.PARAGRAPH, 0);
    }
    written += text.length();
    if (written > most) {
      throw new Refused("too-much-text", "It holds more than " + most + " characters of text.");
    }
    page.text().append(text.replace('\u0000', ' ').replace("\r", ""));
  }

  private void trim() {
    StringBuilder text = page.text();
    int end = text.length();
    while (end > Math.max(open, 0) && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
  }

  private void open(Kind next, int depth) {
    close();
    open = page.text().length();
    kind = next;
    level = depth;
  }

  /** Ends the block, without the white space at its end. */
  private void close() {
    if (open < 0) {
      return;
    }
    StringBuilder text = page.text();
    int end = text.length();
    while (end > open && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
    int begin = open;
    while (begin < end && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    if (begin == end) {
      text.setLength(open);
    } else {
      page.blocks().add(new Block(kind, level, begin, end));
      text.append('\n');
    }
    open = -1;
    kind = Kind.PARAGRAPH;
  }
}
