package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentBlock;
import io.flowmaster.documents.DocumentPage;
import java.util.ArrayList;
import java.util.List;

/** Parts pages into passages along their blocks, each about as long as a vector can stand for. */
final class Passages {
  private static final int LENGTH = 700;
  private static final int MOST = 400;

  private Passages() {}

  /** A part of a page; places are those in the text of the whole document. */
  record Passage(int page, int start, int end, String text) {}

  static List<Passage> of(List<DocumentPage> pages) {
    List<Passage> passages = new ArrayList<>();
    for (DocumentPage page : pages) {
      int start = page.start();
      int end = start;
      for (DocumentBlock block : page.blocks()) {
        if (block.end() - start > LENGTH && end > start) {
          add(passages, page, start, end);
          start = block.start();
        }
        while (block.end() - start > 2 * LENGTH) {
          add(passages, page, start, start + LENGTH);
          start += LENGTH;
        }
        end = block.end();
      }
      add(passages, page, start, end);
    }
    return passages;
  }

  private static void add(List<Passage> passages, DocumentPage page, int start, int end) {
    String text = page.text().substring(start - page.start(), end - page.start());
    if (!text.isBlank() && passages.size() < MOST) {
      passages.add(new Passage(page.page(), start, end, text));
    }
  }
}
