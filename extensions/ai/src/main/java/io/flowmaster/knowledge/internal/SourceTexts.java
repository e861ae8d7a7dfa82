package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.ContentRefused;
import io.flowmaster.knowledge.NewKnowledgeSource;
import org.springframework.stereotype.Component;

/** The text of what is brought, with its structure and what to call it. */
@Component
class SourceTexts {
  private static final int LONGEST_TITLE = 80;
  private final DocumentTexts documents;

  SourceTexts(DocumentTexts documents) {
    this.documents = documents;
  }

  /** A text and its title. */
  record Titled(String title, StructuredText text) {}

  Titled of(NewKnowledgeSource draft) {
    if ((draft.content() == null) == (draft.document() == null)) {
      throw new ContentRefused("Send either content or the id of a document.");
    }
    Titled read = draft.document() == null ? content(draft) : documents.of(draft.document());
    return draft.title() == null || draft.title().isBlank()
        ? read
        : new Titled(draft.title().strip(), read.text());
  }

  private static Titled content(NewKnowledgeSource draft) {
    String content = draft.content() == null ? "" : draft.content();
    StructuredText text =
        switch (draft.format()) {
          case TEXT -> TextStructure.plain(content);
          case MARKDOWN -> TextStructure.markdown(content);
          case HTML -> HtmlStructure.of(content);
        };
    return new Titled(firstWords(text), text);
  }

  /** Its first heading or else the beginning of its first block. */
  private static String firstWords(StructuredText text) {
    String first =
        text.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.HEADING)
            .findFirst()
            .or(() -> text.blocks().stream().findFirst())
            .map(block -> text.text().substring(block.start(), block.end()))
            .orElse("")
            .replaceAll("\\s+", " ");
    return first.length() <= LONGEST_TITLE ? first : first.substring(0, LONGEST_TITLE - 1) + "…";
  }
}
