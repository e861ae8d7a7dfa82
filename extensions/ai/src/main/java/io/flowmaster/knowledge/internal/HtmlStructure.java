package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.ContentRefused;
import io.flowmaster.knowledge.internal.Block.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the text of HTML with its headings, paragraphs, list items and rows of tables. */
final class HtmlStructure extends DefaultHandler {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "li",
          "tr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "dt",
          "dd",
          "body",
          "table",
          "ul",
          "ol",
          "section",
          "article",
          "title",
          "head");
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private Kind kind = Kind.PARAGRAPH;
  private int level;
  private int start;
  private boolean isHead;

  private HtmlStructure() {}

  static StructuredText of(String html) {
    HtmlStructure structure = new HtmlStructure();
    Metadata metadata = new Metadata();
    metadata.set(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8");
    try {
      new AutoDetectParser()
          .parse(
              new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)),
              structure,
              metadata,
              new ParseContext());
    } catch (IOException | SAXException | TikaException e) {
      throw new ContentRefused("The content cannot be read as HTML.");
    }
    structure.endBlock();
    return new StructuredText(structure.text.toString(), structure.blocks);
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    String element = name.toLowerCase(Locale.ROOT);
    isHead |= element.equals("head");
    if ((element.equals("td") || element.equals("th")) && text.length() > start) {
      text.append('\t');
    }
    boolean isInRow = kind == Kind.TABLE_ROW && !element.equals("tr");
    if (isInRow || !BLOCKS.contains(element)) {
      return;
    }
    endBlock();
    level = 0;
    if (element.length() == 2 && element.charAt(0) == 'h' && element.charAt(1) <= '6') {
      kind = Kind.HEADING;
      level = element.charAt(1) - '0';
    } else if (element.equals("li")) {
      kind = Kind.LIST_ITEM;
    } else if (element.equals("tr")) {
      kind = Kind.TABLE_ROW;
    } else {
      kind = Kind.PARAGRAPH;
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    String element = name.toLowerCase(Locale.ROOT);
    if (element.equals("head")) {
      isHead = false;
    }
    if (BLOCKS.contains(element) && (kind != Kind.TABLE_ROW || element.equals("tr"))) {
      endBlock();
      kind = Kind.PARAGRAPH;
      level = 0;
    }
  }

  @Override
  public void characters(char[] chars, int from, int length) {
    if (isHead) {
      return;
    }
    for (int i = from; i < from + length; i++) {
      boolean isSpace = Character.isWhitespace(chars[i]) || chars[i] == '\u00a0';
      boolean follows = text.length() == start || text.charAt(text.length() - 1) <= ' ';
      if (!isSpace && chars[i] != '\0') {
        text.append(chars[i]);
      } else if (!follows) {
        text.append(' ');
      }
    }
  }

  private void endBlock() {
    int end = text.length();
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    text.setLength(end);
    if (end > start) {
      blocks.add(new Block(kind, level, start, end, null));
      text.append("\n\n");
    } else {
      text.setLength(start);
    }
    start = text.length();
  }
}
