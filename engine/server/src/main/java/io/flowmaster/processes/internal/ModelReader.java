package io.flowmaster.processes.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the XML of a model into elements. The content is hostile until proven otherwise: no
 * document type, no entity, no schema and no address is ever looked up, and depth is bounded.
 */
final class ModelReader {
  static final int DEEPEST = 200;
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String ACTIVITI = "http://activiti.org/bpmn";
  private static final String DMN_EXTENSIONS = "http://camunda.org/schema/1.0/dmn";
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final SAXParserFactory PARSERS = parsers();

  private ModelReader() {}

  /** It is not XML that can be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    Unreadable(String message, int line, int column) {
      super(message);
      this.line = line;
      this.column = column;
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }

  /** The root element. */
  static ModelElement read(byte[] content) throws Unreadable {
    Tree tree = new Tree();
    try {
      PARSERS.newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), tree);
    } catch (SAXParseException e) {
      throw new Unreadable(e.getMessage(), e.getLineNumber(), e.getColumnNumber());
    } catch (SAXException | IOException e) {
      throw new Unreadable(String.valueOf(e.getMessage()), tree.line(), tree.column());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    if (tree.root == null) {
      throw new Unreadable("It is empty.", 1, 1);
    }
    return tree.root;
  }

  /** The JDK's own parser: another one on the class path may know fewer protections. */
  private static SAXParserFactory parsers() {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setXIncludeAware(false);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }

  private static final class Tree extends DefaultHandler {
    private @Nullable Locator locator;
    private @Nullable ModelElement root;
    private @Nullable ModelElement current;
    private int depth;

    int line() {
      return locator == null ? 0 : locator.getLineNumber();
    }

    int column() {
      return locator == null ? 0 : locator.getColumnNumber();
    }

    @Override
    public void setDocumentLocator(Locator given) {
      locator = given;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes given)
        throws SAXException {
      if (++depth > DEEPEST) {
        throw new SAXParseException("Elements are nested deeper than " + DEEPEST + ".", locator);
      }
      current = new ModelElement(named(uri, local), current, line(), column());
      for (int i = 0; i < given.getLength(); i++) {
        String space = given.getURI(i);
        String name = given.getLocalName(i);
        current.set(space.isEmpty() ? name : named(space, name), given.getValue(i));
      }
      if (root == null) {
        root = current;
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (current != null) {
        current.append(characters, start, length);
      }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
      depth--;
      if (current != null) {
        current.end(line(), column());
        current = current.parent();
      }
    }

    private static String named(String uri, String local) {
      return switch (uri) {
        case BPMN, BPMN_DI -> local;
        case CAMUNDA, ACTIVITI, DMN_EXTENSIONS -> "camunda:" + local;
        default -> uri.contains("omg.org/spec/DMN") ? local : "{" + uri + "}" + local;
      };
    }
  }
}
