package io.flowmaster.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.documents.DocumentBlock;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.TextRecognition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ForkedReaderTest {
  private static final ForkedReader READER =
      new ForkedReader(properties(50_000, Duration.ofSeconds(60), DataSize.ofMegabytes(256)));

  @AfterAll
  static void end() {
    READER.destroy();
  }

  @Test
  void pagesOfAPdfHaveTheirPlaces() {
    Reading reading =
        read(MadeFiles.pdf("Invoice 4711\nTotal\t100,00 EUR", "Second page"), "a.pdf");
    assertThat(reading.failure()).isNull();
    List<DocumentPage> pages = reading.pages();
    assertThat(pages).hasSize(2);
    assertThat(pages.get(0).text()).contains("Invoice 4711").containsPattern("Total\\s+100,00 EUR");
    assertThat(pages.get(1).start()).isEqualTo(pages.get(0).end() + 1);
    assertThat(pages.get(1).text().strip()).isEqualTo("Second page");
    assertThat(reading.recognition()).isEqualTo(TextRecognition.NOT_NEEDED);
    assertThat(reading.mediaType()).isEqualTo("application/pdf");
  }

  @Test
  void headingsAndRowsOfAWordDocumentAreBlocks() {
    Reading reading =
        read(MadeFiles.docx("# Purpose\nWhy we do it.\nTask\tRole\nCheck\tClerk"), "sop.docx");
    DocumentPage page = reading.pages().get(0);
    assertThat(page.text()).contains("Task\tRole\nCheck\tClerk");
    assertThat(page.blocks())
        .extracting(DocumentBlock::kind)
        .containsSubsequence(
            DocumentBlock.Kind.PARAGRAPH,
            DocumentBlock.Kind.TABLE_ROW,
            DocumentBlock.Kind.TABLE_ROW);
    DocumentBlock last = page.blocks().get(page.blocks().size() - 1);
    assertThat(page.text().substring(last.start(), last.end())).isEqualTo("Check\tClerk");
  }

  @Test
  void aMailBringsWhatIsAttached() {
    String mail =
        """
        From: a@example.com
        To: b@example.com
        Subject: Your invoice
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain

        Please pay.
        --x
        Content-Type: text/plain; name="note.txt"
        Content-Disposition: attachment; filename="note.txt"

        Order 815
        --x--
        """;
    Reading reading = read(MadeFiles.text(mail.replace("\n", "\r\n")), "m.eml");
    assertThat(reading.failure()).isNull();
    assertThat(reading.pages()).hasSize(2);
    assertThat(reading.pages().get(0).text()).contains("Please pay.");
    assertThat(reading.pages().get(1).text()).contains("Order 815");
  }

  @Test
  void anXmlInAPdfIsTakenAsItIs() {
    byte[] xml = MadeFiles.text("<Invoice><ID>1</ID></Invoice>");
    Reading reading = read(MadeFiles.pdf(Map.of("factur-x.xml", xml), null, "Invoice"), "z.pdf");
    assertThat(reading.attachments())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name()).isEqualTo("factur-x.xml");
              assertThat(each.content()).isEqualTo(xml);
            });
  }

  @Test
  void aPictureSaysWhetherItsTextWasRecognised() throws Exception {
    TesseractOCRParser tesseract = new TesseractOCRParser();
    tesseract.initialize(Map.of());
    Reading picture = read(MadeFiles.png(200, 100), "scan.png");
    Reading page = read(MadeFiles.pdf("A page with text on it", ""), "scan.pdf");
    assertThat(picture.failure()).isNull();
    if (tesseract.hasTesseract()) {
      assertThat(picture.recognition()).isEqualTo(TextRecognition.DONE);
      assertThat(picture.notes()).isEmpty();
    } else {
      assertThat(picture.recognition()).isEqualTo(TextRecognition.MISSING);
      assertThat(picture.notes()).singleElement().asString().contains("no Tesseract");
      assertThat(page.recognition()).isEqualTo(TextRecognition.MISSING);
      assertThat(page.notes()).singleElement().asString().startsWith("Page 2 ");
    }
  }

  @Test
  void whatIsHostileIsRefusedByItsName() {
    byte[] docx = MadeFiles.docx("Harmless");
    byte[] zeros = new byte[30_000_000];
    String laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><l>&b;</l>";
    assertThat(code(MadeFiles.pdf(Map.of(), "secret", "x"), "e.pdf")).isEqualTo("encrypted");
    assertThat(code(MadeFiles.text("%PDF-1.7\nnothing of the kind"), "b.pdf")).isEqualTo("broken");
    assertThat(code(MadeFiles.with(docx, "word/vbaProject.bin", new byte[10]), "m.docx"))
        .isEqualTo("macros");
    assertThat(code(MadeFiles.with(docx, "word/media/a.bin", zeros), "z.docx"))
        .isEqualTo("zip-bomb");
    assertThat(code(MadeFiles.with(docx, "word/document.xml", zeros), "y.docx"))
        .isEqualTo("zip-bomb");
    assertThat(code(MadeFiles.text(laughs), "l.xml")).isEqualTo("doctype-refused");
    assertThat(code(MadeFiles.with(docx, "word/document.xml", MadeFiles.text(laughs)), "l.docx"))
        .isIn("doctype-refused", "broken");
    assertThat(code(MadeFiles.png(9_000, 9_000), "h.png")).isEqualTo("image-too-large");
    assertThat(code(MadeFiles.text("word ".repeat(20_000)), "t.txt")).isEqualTo("too-much-text");
    assertThat(code(MadeFiles.text("<a>".repeat(5_000)), "d.xml")).isEqualTo("too-deep");
    assertThat(code(nestedMail(), "n.eml")).isIn("too-deep", "broken");
    assertThat(code(new byte[] {0x50, 0x4b, 5, 6, 0, 0, 0, 0}, "a.docx"))
        .isIn("broken", "kind-refused");
  }

  @Test
  void garbageOfAnyKindIsAFailureAndTheReaderLivesOn() {
    Random random = new Random(7);
    byte[] pdf = MadeFiles.pdf("Some text that stays the same");
    byte[] docx = MadeFiles.docx("Some text that stays the same");
    for (int i = 0; i < 12; i++) {
      byte[] broken = (i % 2 == 0 ? pdf : docx).clone();
      for (int n = 0; n < 40; n++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      Reading reading = read(broken, i % 2 == 0 ? "g.pdf" : "g.docx");
      assertThat(reading.failure() == null || !reading.failure().code().isBlank()).isTrue();
    }
    assertThat(read(pdf, "good.pdf").failure()).isNull();
  }

  @Test
  void aReaderThatTakesTooLongIsEndedAndTheNextReads() {
    ForkedReader hasty =
        new ForkedReader(properties(50_000, Duration.ofMillis(1), DataSize.ofMegabytes(128)));
    try {
      Reading reading = hasty.read(new ByteArrayInputStream(MadeFiles.pdf("x")), "a.pdf");
      assertThat(reading.failure()).isNotNull();
      assertThat(reading.failure().code()).isEqualTo("too-slow");
    } finally {
      hasty.destroy();
    }
  }

  private static byte[] nestedMail() {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      mail.append("From: a@b.c\r\nSubject: ").append(i);
      mail.append("\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n");
    }
    mail.append("From: a@b.c\r\nSubject: end\r\n\r\nend\r\n");
    return mail.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String code(byte[] content, String name) {
    Reading reading = read(content, name);
    return reading.failure() == null ? "read" : reading.failure().code();
  }

  private static Reading read(byte[] content, String name) {
    return READER.read(new ByteArrayInputStream(content), name);
  }

  static DocumentsProperties properties(int characters, Duration timeout, DataSize memory) {
    return new DocumentsProperties(
        Path.of("target/documents"),
        52_428_800,
        characters,
        3,
        100,
        DataSize.ofMegabytes(20),
        60_000_000,
        timeout,
        Duration.ofSeconds(30),
        memory,
        1,
        Duration.ofSeconds(30),
        200,
        0.8);
  }
}
