package io.flowmaster.processes.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that a stranger sent: no document type, no entities, no deep nesting. */
final class SafeXml {
  private static final int DEEPEST = 200;
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private SafeXml() {}

  /** Hears the start of each element, with its depth; the root has depth 1. */
  interface Elements {
    void start(String namespace, String name, Attributes attributes, int depth);
  }

  /**
   * Walks the elements.
   *
   * @param file its name, for the problem
   * @throws MalformedXml when it is not well-formed, or has a document type
   */
  static void read(String file, byte[] content, Elements elements) {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setXIncludeAware(false);
      factory
          .newSAXParser()
          .parse(new InputSource(new ByteArrayInputStream(content)), new Walker(file, elements));
    } catch (SAXParseException e) {
      throw malformed(file, e);
    } catch (SAXException | IOException e) {
      throw new MalformedXml(file, "It is not well-formed XML.");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MalformedXml malformed(String file, SAXParseException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("DOCTYPE")
        ? new MalformedXml(file, "A DOCTYPE is not allowed. Remove it.")
        : new MalformedXml(
            file,
            "Line %d, column %d: %s".formatted(e.getLineNumber(), e.getColumnNumber(), message));
  }

  private static final class Walker extends DefaultHandler {
    private final String file;
    private final Elements elements;
    private int depth;

    Walker(String file, Elements elements) {
      this.file = file;
      this.elements = elements;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
      if (++depth > DEEPEST) {
        throw new MalformedXml(file, "Elements are nested deeper than " + DEEPEST + ".");
      }
      elements.start(uri, localName, attributes, depth);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      depth--;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  /** The file is not XML that can be read safely. */
  static final class MalformedXml extends Problem {
    MalformedXml(String file, String detail) {
      super(
          ProblemKind.UNACCEPTABLE,
          "malformed-xml",
          file + " cannot be read as XML. " + detail,
          List.of(new FieldError("", detail)));
    }
  }
}
