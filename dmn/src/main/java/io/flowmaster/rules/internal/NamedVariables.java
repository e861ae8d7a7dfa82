package io.flowmaster.rules.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Gives each decision and input that has no variable the one that the standard asks for, of the
 * same name (DMN 1.5, sections 6.3.7 and 6.3.11). Camunda's tools leave it out, and Camunda's
 * engine does not miss it.
 */
final class NamedVariables {
  private static final String VARIABLE = "variable";

  /** What the schema puts in front of the variable. */
  private static final Set<String> BEFORE =
      Set.of("description", "extensionElements", "question", "allowedAnswers");

  private NamedVariables() {}

  /**
   * @param xml checked by {@link SafeDmn}
   */
  static String in(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Document model = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
      complete(model.getElementsByTagNameNS("*", "decision"));
      complete(model.getElementsByTagNameNS("*", "inputData"));
      StringWriter text = new StringWriter();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(model), new StreamResult(text));
      return text.toString();
    } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
      throw new IllegalStateException("a checked model cannot be read", e);
    }
  }

  private static void complete(NodeList list) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < list.getLength(); i++) {
      elements.add((Element) list.item(i));
    }
    elements.forEach(NamedVariables::complete);
  }

  private static void complete(Element element) {
    Node place = element.getFirstChild();
    for (Node child = place; child != null; child = child.getNextSibling()) {
      if (VARIABLE.equals(child.getLocalName())) {
        return;
      }
      place =
          BEFORE.contains(String.valueOf(child.getLocalName())) ? child.getNextSibling() : place;
    }
    element.insertBefore(variable(element), place);
  }

  private static Element variable(Element element) {
    @Nullable String prefix = element.getPrefix();
    Element variable =
        element
            .getOwnerDocument()
            .createElementNS(
                element.getNamespaceURI(), prefix == null ? VARIABLE : prefix + ":" + VARIABLE);
    variable.setAttribute("name", element.getAttribute("name"));
    return variable;
  }
}
