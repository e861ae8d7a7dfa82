package io.flowmaster.rules.internal;

import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.rules.UnreadableRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads DMN that a stranger sent: no document type, no entities, nothing from the network, and no
 * expression language but FEEL.
 */
final class SafeDmn {
  private static final int LONGEST = 2_000_000;
  private static final int DEEPEST = 100;
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final Pattern ENCODING =
      Pattern.compile("\\A\\uFEFF?<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

  /** FEEL by the names of DMN 1.1 to 1.5, and Camunda's. */
  private static final Set<String> FEEL =
      Set.of(
          "feel",
          "http://www.omg.org/spec/feel/20140401",
          "http://www.omg.org/spec/dmn/20180521/feel/",
          "https://www.omg.org/spec/dmn/20191111/feel/",
          "https://www.omg.org/spec/dmn/20211108/feel/",
          "https://www.omg.org/spec/dmn/20230324/feel/");

  private SafeDmn() {}

  /**
   * @throws UnreadableRules when it is not DMN that may run here
   */
  static DmnModelInstance read(String xml) {
    return model(check(xml));
  }

  /**
   * Checks the text alone.
   *
   * @throws UnreadableRules when it is not XML that may be read here
   */
  static byte[] check(String xml) {
    byte[] bytes = checked(xml).getBytes(StandardCharsets.UTF_8);
    Walker walker = new Walker();
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setXIncludeAware(false);
      factory.newSAXParser().parse(new ByteArrayInputStream(bytes), walker);
    } catch (SAXParseException e) {
      throw malformed(e);
    } catch (SAXException | IOException e) {
      throw new UnreadableRules("The model is not well-formed XML.");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    walker.refuseForeignLanguages();
    return bytes;
  }

  private static DmnModelInstance model(byte[] bytes) {
    try {
      return Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
    } catch (ModelException e) {
      throw new UnreadableRules("The model is not valid DMN: " + reason(e));
    }
  }

  private static String checked(String xml) {
    if (xml.length() > LONGEST) {
      throw new UnreadableRules("The model has more than " + LONGEST + " characters.");
    }
    Matcher encoding = ENCODING.matcher(xml);
    if (encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8")) {
      throw new UnreadableRules("Write encoding=\"UTF-8\" in the model's XML declaration.");
    }
    return xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
  }

  private static UnreadableRules malformed(SAXParseException e) {
    String message = String.valueOf(e.getMessage());
    return new UnreadableRules(
        message.contains("DOCTYPE")
            ? "A DOCTYPE is not allowed in the model. Remove it."
            : "The model is not well-formed XML. Line %d, column %d: %s"
                .formatted(e.getLineNumber(), e.getColumnNumber(), message));
  }

  /** The deepest cause says what is wrong; the outer ones only that something is. */
  private static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = String.valueOf(deepest.getMessage());
    return message.length() > 500 ? message.substring(0, 500) : message;
  }

  private static final class Walker extends DefaultHandler {
    private final Deque<String> ids = new ArrayDeque<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> elements = new ArrayList<>();

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes)
        throws SAXException {
      if (ids.size() >= DEEPEST) {
        throw new SAXParseException("Elements are nested too deep.", null);
      }
      String id = attributes.getValue("id");
      ids.push(id == null ? ids.isEmpty() ? "" : ids.peek() : id);
      String language = language(attributes);
      if (language != null) {
        elements.add(ids.element());
        errors.add(
            new FieldError(
                "/dmnXml",
                "Element %s is written in %s. Only FEEL can run here: rewrite it in FEEL."
                    .formatted(ids.element(), language)));
      }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      ids.pop();
    }

    private static @Nullable String language(Attributes attributes) {
      String language = attributes.getValue("expressionLanguage");
      return language == null
              || language.isBlank()
              || FEEL.contains(language.trim().toLowerCase(Locale.ROOT))
          ? null
          : language.length() > 100 ? language.substring(0, 100) : language;
    }

    void refuseForeignLanguages() {
      if (!errors.isEmpty()) {
        throw new UnreadableRules(
            "The model has expressions in a language other than FEEL.",
            errors.subList(0, Math.min(errors.size(), 100)),
            elements.subList(0, Math.min(elements.size(), 100)));
      }
    }
  }
}
