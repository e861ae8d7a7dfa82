package io.flowmaster.documents.internal;

import io.flowmaster.documents.TextRecognition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Reads a file, in a process of its own: what it finds it says as elements, which {@link Reading}
 * understands. Every refusal is said as well, so that the process lives on.
 */
final class FileParser implements Parser {
  private static final long serialVersionUID = 1L;
  private static final int BLANK = 10;
  private static final int CHUNK = 16_384;
  private final ReadLimits limits;

  FileParser(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return Set.of();
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws SAXException {
    Telling told = new Telling(handler);
    try (TikaInputStream in = TikaInputStream.get(stream)) {
      read(in, metadata, told);
    } catch (Refused e) {
      told.failure(e.code(), e.getMessage());
    } catch (EncryptedDocumentException e) {
      told.failure("encrypted", "It is encrypted; save it without a password.");
    } catch (IOException | TikaException | SAXException | RuntimeException e) {
      told.failure(refusal(e));
    }
  }

  private void read(TikaInputStream in, Metadata metadata, Telling told)
      throws IOException, TikaException, SAXException {
    AutoDetectParser parser = new AutoDetectParser();
    Path file = in.getPath();
    String type = parser.getDetector().detect(in, metadata).getBaseType().toString();
    told.kind(type);
    if (!FileKinds.isRead(type)) {
      throw new Refused("kind-refused", "Files of the kind " + type + " are not read.");
    }
    new Suspicions(limits).check(file, type);
    PageText pages = new PageText(limits.characters(), FileKinds.hasSheets(type));
    if (FileKinds.isXml(type)) {
      PlainXml.read(java.nio.file.Files.newInputStream(file), pages);
      told.attachment(name(metadata), java.nio.file.Files.readAllBytes(file));
      told.pages(pages.pages());
      told.recognition(TextRecognition.NOT_NEEDED);
      return;
    }
    TesseractOCRParser tesseract = new TesseractOCRParser();
    tesseract.initialize(java.util.Map.of());
    boolean canRecognise = tesseract.hasTesseract();
    ParseContext context = context(parser, tesseract, canRecognise);
    EmbeddedFiles embedded =
        new EmbeddedFiles(parser, context, limits, pages, FileKinds.isMail(type));
    context.set(EmbeddedDocumentExtractor.class, embedded);
    if (!FileKinds.isPicture(type) || canRecognise) {
      parser.parse(in, pages, metadata, context);
    }
    told.metadata(metadata);
    for (EmbeddedFiles.Attachment each : embedded.taken()) {
      told.attachment(each.name(), each.content());
    }
    List<PageText.Written> all = pages.pages();
    told.pages(all);
    told.recognition(recognition(type, all, canRecognise, metadata));
    if (!canRecognise) {
      unread(type, all).forEach(told::note);
    }
  }

  private ParseContext context(
      AutoDetectParser parser, TesseractOCRParser tesseract, boolean canRecognise)
      throws TikaException {
    ParseContext context = new ParseContext();
    context.set(Parser.class, parser);
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setSortByPosition(true);
    pdf.setOcrStrategy(
        canRecognise ? PDFParserConfig.OCR_STRATEGY.AUTO : PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setMaxMainMemoryBytes(64L * 1024 * 1024);
    context.set(PDFParserConfig.class, pdf);
    TesseractOCRConfig ocr = new TesseractOCRConfig();
    ocr.setTimeoutSeconds(limits.recognitionSeconds());
    ocr.setSkipOcr(!canRecognise);
    if (canRecognise) {
      ocr.setLanguage(languages(tesseract.getLangs()));
    }
    context.set(TesseractOCRConfig.class, ocr);
    return context;
  }

  /** English and German, as far as they are installed. */
  private static String languages(Set<String> installed) {
    List<String> wanted = new ArrayList<>(List.of("eng", "deu"));
    if (installed.stream().anyMatch(wanted::contains)) {
      wanted.retainAll(installed);
      return String.join("+", wanted);
    }
    return "eng";
  }

  private static TextRecognition recognition(
      String type, List<PageText.Written> pages, boolean canRecognise, Metadata metadata) {
    String recognised = metadata.get("pdf:ocrPageCount");
    if (canRecognise) {
      boolean done = FileKinds.isPicture(type) || recognised != null && !recognised.equals("0");
      return done ? TextRecognition.DONE : TextRecognition.NOT_NEEDED;
    }
    return unread(type, pages).isEmpty() ? TextRecognition.NOT_NEEDED : TextRecognition.MISSING;
  }

  /** Which pages are without text; those of other kinds than PDF and pictures have none to show. */
  private static List<String> unread(String type, List<PageText.Written> pages) {
    List<String> notes = new ArrayList<>();
    if (FileKinds.isPicture(type)) {
      notes.add("It is a picture, and no Tesseract is installed that could recognise text in it.");
    } else if (type.equals("application/pdf")) {
      for (int i = 0; i < pages.size() && notes.size() < 20; i++) {
        if (pages.get(i).text().toString().strip().length() < BLANK) {
          notes.add(
              "Page %d has no text of its own, and no Tesseract is installed that could recognise it."
                  .formatted(i + 1));
        }
      }
    }
    return notes;
  }

  private static String name(Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    return name == null ? "document.xml" : name;
  }

  private static Refused refusal(Throwable e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof Refused refused) {
        return refused;
      }
      if (each instanceof EncryptedDocumentException) {
        return new Refused("encrypted", "It is encrypted; save it without a password.");
      }
      String message = String.valueOf(each.getMessage()).toLowerCase(java.util.Locale.ROOT);
      if (message.contains("zip bomb") || message.contains("inflate ratio")) {
        return new Refused(
            "zip-bomb", "It unpacks to far more than it is; it is taken for a bomb.");
      }
      if (message.contains("doctype") || message.contains("entity expansion")) {
        return PlainXml.doctype();
      }
    }
    return new Refused("broken", "It is damaged, or not what it says it is.");
  }

  /**
   * Says what was found as elements, since these are what comes through from process to process.
   */
  private static final class Telling {
    private final ContentHandler handler;

    Telling(ContentHandler handler) {
      this.handler = handler;
    }

    void kind(String mediaType) throws SAXException {
      say("kind", "", "type", mediaType);
    }

    void metadata(Metadata metadata) throws SAXException {
      say(
          "metadata",
          "",
          "title",
          String.valueOf(metadata.get(TikaCoreProperties.TITLE)),
          "author",
          String.valueOf(metadata.get(TikaCoreProperties.CREATOR)));
    }

    void attachment(String name, byte[] content) throws SAXException {
      say("attachment", Base64.getEncoder().encodeToString(content), "name", name);
    }

    void pages(List<PageText.Written> pages) throws SAXException {
      for (PageText.Written page : pages) {
        say("page", page.text().toString());
        for (PageText.Block block : page.blocks()) {
          say(
              "block",
              "",
              "kind",
              block.kind().name(),
              "level",
              String.valueOf(block.level()),
              "start",
              String.valueOf(block.start()),
              "end",
              String.valueOf(block.end()));
        }
      }
    }

    void recognition(TextRecognition recognition) throws SAXException {
      say("recognition", "", "is", recognition.name());
    }

    void note(String note) {
      try {
        say("note", note);
      } catch (SAXException e) {
        throw new IllegalStateException(e);
      }
    }

    void failure(Refused refused) throws SAXException {
      failure(refused.code(), refused.getMessage());
    }

    void failure(String code, String detail) throws SAXException {
      say("failure", detail, "code", code);
    }

    private void say(String element, String text, String... attributes) throws SAXException {
      AttributesImpl said = new AttributesImpl();
      for (int i = 0; i < attributes.length; i += 2) {
        said.addAttribute("", attributes[i], attributes[i], "CDATA", attributes[i + 1]);
      }
      handler.startElement("", element, element, said);
      char[] chars = text.toCharArray();
      for (int at = 0; at < chars.length; at += CHUNK) {
        handler.characters(chars, at, Math.min(CHUNK, chars.length - at));
      }
      handler.endElement("", element, element);
    }
  }
}
