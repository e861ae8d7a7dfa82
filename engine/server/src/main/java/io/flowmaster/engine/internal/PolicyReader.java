package io.flowmaster.engine.internal;

import io.flowmaster.engine.internal.PolicyFindings.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Walks through a model's XML without a tree of it: no document type, no entity, no address is
 * looked up, and depth is bounded. XML that is merely broken is left to the engine to complain of.
 */
abstract class PolicyReader extends DefaultHandler {
  private static final int MOST_ELEMENTS = 200_000;
  private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
  private static final SAXParserFactory PARSERS = parsers();
  protected final PolicyFindings findings;
  private final Deque<Open> path = new ArrayDeque<>();
  private @Nullable Locator locator;
  private int elements;

  PolicyReader(PolicyFindings findings) {
    this.findings = findings;
  }

  /** An element whose end has not come yet. */
  static final class Open {
    private final String uri;
    private final String name;
    private final Attributes attributes;
    private final StringBuilder text = new StringBuilder();
    private final int line;
    private final int column;

    Open(String uri, String name, Attributes attributes, int line, int column) {
      this.uri = uri;
      this.name = name;
      this.attributes = attributes;
      this.line = line;
      this.column = column;
    }

    String uri() {
      return uri;
    }

    String name() {
      return name;
    }

    Attributes attributes() {
      return attributes;
    }

    /** The value of an attribute without a namespace. */
    @Nullable String attribute(String local) {
      return attributes.getValue("", local);
    }

    String text() {
      return text.toString();
    }
  }

  static void read(byte[] content, PolicyReader reader) {
    try {
      PARSERS.newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), reader);
    } catch (Refusal refusal) {
      reader.findings.refuse(reader.here(), refusal.kind, String.valueOf(refusal.getMessage()));
    } catch (SAXParseException e) {
      reader.broken(e);
    } catch (SAXException | IOException e) {
      reader.findings.refuse(
          reader.here(), Violation.XML, "The file is not XML that can be read. Correct it.");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element has begun, as the last of the path. */
  protected abstract void begun(Open element);

  /** An element has ended; it is still the last of the path. */
  protected abstract void ended(Open element);

  /** Whether an element is one of the model, whose id a designer knows. */
  protected abstract boolean hasKnownId(Open element);

  protected @Nullable Open parent() {
    return path.stream().skip(1).findFirst().orElse(null);
  }

  protected boolean within(String name) {
    return path.stream().anyMatch(open -> open.name.equals(name));
  }

  /** The innermost element with an id that a designer knows. */
  protected Place here() {
    for (Open open : path) {
      String id = open.attribute("id");
      if (id != null && hasKnownId(open)) {
        return new Place(id, open.line, open.column);
      }
    }
    Open innermost = path.peek();
    return innermost == null
        ? new Place(null, line(), column())
        : new Place(null, innermost.line, innermost.column);
  }

  private int line() {
    return locator == null ? 0 : locator.getLineNumber();
  }

  private int column() {
    return locator == null ? 0 : locator.getColumnNumber();
  }

  private void broken(SAXParseException e) {
    String message = String.valueOf(e.getMessage());
    Place place = new Place(null, e.getLineNumber(), e.getColumnNumber());
    if (message.contains("DOCTYPE")) {
      findings.refuse(place, Violation.XML, "A document type (DOCTYPE) is not allowed. Remove it.");
    } else if (message.startsWith("JAXP")) {
      findings.refuse(
          place, Violation.SIZE, "The XML is beyond what can be read safely. Simplify it.");
    }
  }

  @Override
  public void setDocumentLocator(Locator given) {
    locator = given;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes given)
      throws SAXException {
    if (path.size() >= findings.limits().deepestNesting()) {
      throw new Refusal(
          Violation.SIZE,
          "Elements are nested deeper than %d. Simplify the model."
              .formatted(findings.limits().deepestNesting()));
    }
    if (++elements > MOST_ELEMENTS) {
      throw new Refusal(
          Violation.SIZE, "The file has more than %d elements. Split it.".formatted(MOST_ELEMENTS));
    }
    Open open = new Open(uri, local, new AttributesImpl(given), line(), column());
    path.push(open);
    if (uri.equals(XINCLUDE)) {
      findings.refuse(here(), Violation.XML, "XInclude is not allowed. Put the content in.");
    }
    begun(open);
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    Open open = path.peek();
    if (open != null) {
      open.text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    Open open = path.element();
    ended(open);
    path.pop();
  }

  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }

  private static final class Refusal extends SAXException {
    private static final long serialVersionUID = 1L;
    private final String kind;

    Refusal(String kind, String reason) {
      super(reason);
      this.kind = kind;
    }
  }

  /** The JDK's own parser: another one on the class path may know fewer protections. */
  private static SAXParserFactory parsers() {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setXIncludeAware(false);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }
}
