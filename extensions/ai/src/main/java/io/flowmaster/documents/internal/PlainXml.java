package io.flowmaster.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML as lines of text; a document type is refused, and with it every entity of its own. */
final class PlainXml {
  private static final int DEEPEST = 200;

  private PlainXml() {}

  /** Neither document types nor anything from outside. */
  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }

  /** Says each element that holds text as a paragraph {@code name: text}. */
  static void read(InputStream in, DefaultHandler handler) throws IOException, SAXException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      StringBuilder text = new StringBuilder();
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw doctype();
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          if (++depth > DEEPEST) {
            throw new Refused("too-deep", "Its elements are nested too deeply.");
          }
          text.setLength(0);
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          text.append(xml.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          paragraph(xml.getLocalName(), text.toString().strip(), handler);
          text.setLength(0);
        }
      }
    } catch (XMLStreamException e) {
      throw new Refused("broken", "It is not well-formed XML.");
    }
  }

  static Refused doctype() {
    return new Refused("doctype-refused", "It declares a document type, which is not read.");
  }

  private static void paragraph(String name, String text, DefaultHandler handler)
      throws SAXException {
    if (text.isEmpty()) {
      return;
    }
    char[] line = (name + ": " + text).toCharArray();
    handler.startElement("", "p", "p", new AttributesImpl());
    handler.characters(line, 0, line.length);
    handler.endElement("", "p", "p");
  }
}
