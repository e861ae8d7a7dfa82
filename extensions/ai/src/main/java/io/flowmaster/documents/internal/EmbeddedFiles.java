package io.flowmaster.documents.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Files within a file: XML is taken as it is, since it may be the invoice itself; what a mail
 * brings is read on further pages; the rest is left alone. Bounded in number, size and depth.
 */
final class EmbeddedFiles implements EmbeddedDocumentExtractor {
  private final AutoDetectParser parser;
  private final ParseContext context;
  private final ReadLimits limits;
  private final PageText pages;
  private final boolean mail;
  private final List<Attachment> taken = new ArrayList<>();
  private int depth;
  private int count;

  /** An XML file within the file. */
  record Attachment(String name, byte[] content) {}

  EmbeddedFiles(
      AutoDetectParser parser,
      ParseContext context,
      ReadLimits limits,
      PageText pages,
      boolean mail) {
    this.parser = parser;
    this.context = context;
    this.limits = limits;
    this.pages = pages;
    this.mail = mail;
  }

  List<Attachment> taken() {
    return taken;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    if (++count > limits.embedded()) {
      throw new Refused("too-deep", "It holds more than " + limits.embedded() + " files.");
    }
    return true;
  }

  @Override
  public void parseEmbedded(
      InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws SAXException, IOException {
    if (++depth > limits.depth()) {
      throw new Refused("too-deep", "Files lie more than " + limits.depth() + " deep in files.");
    }
    try {
      String name = name(metadata);
      byte[] content = stream.readNBytes(limits.embeddedBytes() + 1);
      if (content.length > limits.embeddedBytes()) {
        throw new Refused(
            "zip-bomb", "A file in it has more than " + limits.embeddedBytes() + " bytes.");
      }
      Metadata known = new Metadata();
      known.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
      MediaType type;
      try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(content))) {
        type = parser.getDetector().detect(in, known);
      }
      String mediaType = type.getBaseType().toString();
      if (FileKinds.isXml(mediaType) || name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
        taken.add(new Attachment(name, content));
      } else if (mail && FileKinds.isRead(mediaType)) {
        read(name, content, known);
      }
    } finally {
      depth--;
    }
  }

  private void read(String name, byte[] content, Metadata known) throws SAXException, IOException {
    pages.turn();
    try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(content))) {
      new Suspicions(limits)
          .check(in.getPath(), parser.getDetector().detect(in, known).getBaseType().toString());
      parser.parse(in, pages, known, context);
    } catch (TikaException e) {
      throw new Refused("broken", "The file " + name + " in it cannot be read.");
    }
  }

  private static String name(Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    return name == null ? "" : SafeName.of(name);
  }
}
