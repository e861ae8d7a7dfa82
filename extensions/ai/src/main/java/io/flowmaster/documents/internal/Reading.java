package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentBlock;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.DocumentView.Cause;
import io.flowmaster.documents.TextRecognition;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What was read in a file, made of what {@link FileParser} says. */
final class Reading extends DefaultHandler {
  /** Between two pages in the text of the whole document. */
  static final char PAGE_BREAK = '\f';

  private final List<DocumentPage> pages = new ArrayList<>();
  private final List<Xml> attachments = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<DocumentBlock> blocks = new ArrayList<>();
  private String pending = "";
  private int start;
  private @Nullable String name;
  private @Nullable String mediaType;
  private @Nullable String title;
  private @Nullable String author;
  private TextRecognition recognition = TextRecognition.NOT_NEEDED;
  private @Nullable Cause failure;
  private boolean pageOpen;

  /** An XML file that is the file, or lies in it. */
  record Xml(String name, byte[] content) {}

  @Override
  public void startElement(String uri, String local, String element, Attributes said) {
    text.setLength(0);
    switch (local) {
      case "kind" -> mediaType = said.getValue("type");
      case "metadata" -> {
        title = known(said.getValue("title"));
        author = known(said.getValue("author"));
      }
      case "block" ->
          blocks.add(
              new DocumentBlock(
                  DocumentBlock.Kind.valueOf(said.getValue("kind")),
                  Integer.parseInt(said.getValue("level")),
                  start + Integer.parseInt(said.getValue("start")),
                  start + Integer.parseInt(said.getValue("end"))));
      case "recognition" -> recognition = TextRecognition.valueOf(said.getValue("is"));
      case "failure" -> name = said.getValue("code");
      case "attachment" -> name = said.getValue("name");
      case "page" -> finishPage();
      default -> {}
    }
  }

  @Override
  public void characters(char[] chars, int from, int length) {
    text.append(chars, from, length);
  }

  @Override
  public void endElement(String uri, String local, String element) {
    switch (local) {
      case "page" -> {
        pending = text.toString();
        pageOpen = true;
      }
      case "attachment" ->
          attachments.add(
              new Xml(String.valueOf(name), Base64.getDecoder().decode(text.toString())));
      case "note" -> notes.add(text.toString());
      case "failure" -> failure = new Cause(String.valueOf(name), text.toString());
      default -> {}
    }
  }

  private void finishPage() {
    if (!pageOpen) {
      return;
    }
    pages.add(new DocumentPage(pages.size() + 1, start, start + pending.length(), pending, blocks));
    start += pending.length() + 1;
    blocks.clear();
    pageOpen = false;
  }

  private static @Nullable String known(@Nullable String said) {
    if (said == null || said.equals("null") || said.isBlank()) {
      return null;
    }
    String one = said.strip().replaceAll("\\s+", " ").replace("\u0000", "");
    return one.length() > 300 ? one.substring(0, 300) : one;
  }

  void failed(String code, String detail) {
    failure = new Cause(code, detail);
  }

  @Nullable Cause failure() {
    return failure;
  }

  List<DocumentPage> pages() {
    finishPage();
    return List.copyOf(pages);
  }

  List<Xml> attachments() {
    return attachments;
  }

  List<String> notes() {
    return notes;
  }

  @Nullable String mediaType() {
    return mediaType;
  }

  @Nullable String title() {
    return title;
  }

  @Nullable String author() {
    return author;
  }

  TextRecognition recognition() {
    return recognition;
  }
}
