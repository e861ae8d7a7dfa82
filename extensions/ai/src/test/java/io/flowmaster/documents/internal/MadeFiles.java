package io.flowmaster.documents.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Files of many kinds, good and bad, made for tests. */
final class MadeFiles {
  private MadeFiles() {}

  /** A PDF with one page for each text, its lines below each other. */
  static byte[] pdf(String... pages) {
    return pdf(Map.of(), null, pages);
  }

  static byte[] pdf(Map<String, byte[]> attachments, String password, String... pages) {
    try (PDDocument pdf = new PDDocument()) {
      for (String text : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
          float y = 800;
          for (String line : text.split("\n")) {
            float x = 50;
            for (String cell : line.split("\t")) {
              content.beginText();
              content.newLineAtOffset(x, y);
              content.showText(cell);
              content.endText();
              x += 180;
            }
            y -= 14;
          }
        }
      }
      if (!attachments.isEmpty()) {
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        Map<String, PDComplexFileSpecification> names = new java.util.TreeMap<>();
        for (Map.Entry<String, byte[]> each : attachments.entrySet()) {
          PDComplexFileSpecification file = new PDComplexFileSpecification();
          file.setFile(each.getKey());
          PDEmbeddedFile content =
              new PDEmbeddedFile(pdf, new ByteArrayInputStream(each.getValue()));
          content.setSubtype("text/xml");
          content.setSize(each.getValue().length);
          file.setEmbeddedFile(content);
          names.put(each.getKey(), file);
        }
        tree.setNames(names);
        PDDocumentNameDictionary dictionary =
            new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        dictionary.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(dictionary);
      }
      if (password != null) {
        pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A Word document; a line that begins with # is a heading, one with tabs a row of a table. */
  static byte[] docx(String text) {
    try (XWPFDocument word = new XWPFDocument()) {
      XWPFTable table = null;
      for (String line : text.split("\n")) {
        if (line.contains("\t")) {
          String[] cells = line.split("\t");
          boolean first = table == null;
          table = first ? word.createTable(1, cells.length) : table;
          var row = first ? table.getRow(0) : table.createRow();
          for (int i = 0; i < cells.length; i++) {
            row.getCell(i).setText(cells[i]);
          }
          continue;
        }
        table = null;
        var paragraph = word.createParagraph();
        if (line.startsWith("# ")) {
          paragraph.setStyle("Heading1");
        }
        paragraph.createRun().setText(line.startsWith("# ") ? line.substring(2) : line);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      word.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A ZIP with more entries than {@code original} has. */
  static byte[] with(byte[] original, String name, byte[] content) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(original));
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.BEST_COMPRESSION);
        for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
          if (!each.getName().equals(name)) {
            zip.putNextEntry(new ZipEntry(each.getName()));
            in.transferTo(zip);
          }
        }
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] png(int width, int height) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
