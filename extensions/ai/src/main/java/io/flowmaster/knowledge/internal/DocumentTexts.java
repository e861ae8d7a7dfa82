package io.flowmaster.knowledge.internal;

import io.flowmaster.documents.DocumentBlock;
import io.flowmaster.documents.DocumentNotReady;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.DocumentStatus;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.documents.Documents;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The texts of documents that the current actor may see, as they are laid out. */
@Component
class DocumentTexts {
  private final Documents documents;

  DocumentTexts(Documents documents) {
    this.documents = documents;
  }

  SourceTexts.Titled of(String id) {
    DocumentView document = documents.get(id);
    if (document.status() != DocumentStatus.READY) {
      throw new DocumentNotReady(id, document.status());
    }
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (DocumentPage page : documents.pages(id)) {
      while (text.length() < page.start()) {
        text.append('\n');
      }
      text.append(page.text());
      page.blocks().forEach(block -> blocks.add(block(block, page.page())));
    }
    return new SourceTexts.Titled(
        document.filename(), new StructuredText(text.toString().replace('\0', ' '), blocks));
  }

  private static Block block(DocumentBlock block, int page) {
    return new Block(kind(block), block.level(), block.start(), block.end(), page);
  }

  private static Block.Kind kind(DocumentBlock block) {
    return switch (block.kind()) {
      case HEADING -> Block.Kind.HEADING;
      case PARAGRAPH -> Block.Kind.PARAGRAPH;
      case LIST_ITEM -> Block.Kind.LIST_ITEM;
      case TABLE_ROW -> Block.Kind.TABLE_ROW;
    };
  }
}
