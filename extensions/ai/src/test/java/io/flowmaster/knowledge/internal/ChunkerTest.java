package io.flowmaster.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkerTest {

  @Test
  void aPassageStaysInItsSectionAndKnowsItsHeadings() {
    StructuredText text =
        TextStructure.markdown(
            "# Handbook\n\nWelcome.\n\n## Payment\n\nWithin 30 days.\n\n- in euros\n- by transfer\n\n"
                + "## Empty\n\n## Travel\n\nBy train.");
    List<Piece> pieces = Chunker.pieces(text, "en");
    assertThat(pieces)
        .extracting(Piece::section)
        .containsExactly("Handbook", "Handbook > Payment", "Handbook", "Handbook > Travel");
    assertThat(pieces.get(1).text()).isEqualTo("Within 30 days.\n\n- in euros\n- by transfer");
    assertThat(pieces.get(2).text()).isEqualTo("Empty");
    assertThat(pieces).allSatisfy(piece -> assertPlace(text, piece));
  }

  @Test
  void aLongParagraphIsCutBetweenSentences() {
    String sentence = "This sentence says something of some length about the matter at hand. ";
    StructuredText text = TextStructure.plain(sentence.repeat(60));
    List<Piece> pieces = Chunker.pieces(text, "en");
    assertThat(pieces).hasSizeGreaterThan(3);
    assertThat(pieces)
        .allSatisfy(
            piece -> {
              assertThat(piece.text()).startsWith("This sentence").endsWith("hand.");
              assertThat(piece.text().length()).isLessThanOrEqualTo(Chunker.USUAL);
              assertPlace(text, piece);
            });
  }

  @Test
  void whatHasNoSentencesIsCutAllTheSame() {
    StructuredText text = TextStructure.plain("x".repeat(5_000) + "😀".repeat(2_000));
    List<Piece> pieces = Chunker.pieces(text, "und");
    assertThat(pieces).allSatisfy(piece -> assertPlace(text, piece));
    assertThat(String.join("", pieces.stream().map(Piece::text).toList())).isEqualTo(text.text());
    assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.text().charAt(0)));
  }

  @Test
  void aTablesPartsKnowItsFirstRow() {
    StringBuilder table = new StringBuilder("Prices follow.\n\n| Item | Price |\n|---|---|\n");
    for (int i = 0; i < 100; i++) {
      table.append("| Article number ").append(i).append(" | ").append(i).append(" EUR |\n");
    }
    StructuredText text = TextStructure.markdown(table.toString());
    List<Piece> pieces = Chunker.pieces(text, "en");
    assertThat(pieces.get(0).text()).isEqualTo("Prices follow.");
    assertThat(pieces.get(1).text()).startsWith("| Item | Price |");
    assertThat(pieces.get(1).context()).isNull();
    assertThat(pieces.subList(2, pieces.size()))
        .isNotEmpty()
        .allSatisfy(piece -> assertThat(piece.context()).isEqualTo("| Item | Price |"));
  }

  @Test
  void aPassageStaysOnItsPageAndNumberedLinesAreHeadings() {
    StructuredText text =
        TextStructure.plain("1 Scope\n\nEverything.\f2 Terms\n\nSome.\n\n2.1 Payment\n\nSoon.");
    List<Piece> pieces = Chunker.pieces(text, "en");
    assertThat(pieces).extracting(Piece::page).containsExactly(1, 2, 2);
    assertThat(pieces)
        .extracting(Piece::section)
        .containsExactly("1 Scope", "2 Terms", "2 Terms > 2.1 Payment");
  }

  @Test
  void htmlHasItsStructureAndNoScripts() {
    StructuredText text =
        HtmlStructure.of(
            "<html><head><title>T</title><style>p{}</style></head><body><h1>Rules</h1>"
                + "<script>alert(1)</script><p>Be <b>kind</b> &amp;\n brief.</p>"
                + "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><p>2</p></td></tr></table>"
                + "<ul><li>one</li><li>two</li></ul></body></html>");
    assertThat(text.blocks())
        .extracting(block -> block.kind() + " " + text.text().substring(block.start(), block.end()))
        .containsExactly(
            "HEADING Rules",
            "PARAGRAPH Be kind & brief.",
            "TABLE_ROW A\tB",
            "TABLE_ROW 1\t2",
            "LIST_ITEM one",
            "LIST_ITEM two");
  }

  private static void assertPlace(StructuredText text, Piece piece) {
    assertThat(text.text().substring(piece.start(), piece.end())).isEqualTo(piece.text());
  }
}
