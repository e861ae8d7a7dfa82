package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what a SOAP service answered: elements by local name, those that repeat as an array. */
final class SoapAnswer {
  private static final int DEEPEST = 100;
  private static final XMLInputFactory XML = factory();

  private SoapAnswer() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * What stands in the body, by the name of its element; a fault stands under {@code Fault}.
   *
   * @throws ConnectorProblem when it is no SOAP
   */
  static ObjectNode body(byte[] answer) {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(answer));
      try {
        while (reader.hasNext()) {
          if (reader.next() == XMLStreamConstants.START_ELEMENT && isBody(reader)) {
            return object(element(reader, 1));
          }
        }
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw noSoap();
    }
    throw noSoap();
  }

  private static boolean isBody(XMLStreamReader reader) {
    return reader.getLocalName().equals("Body")
        && (SoapEnvelope.SOAP_11.equals(reader.getNamespaceURI())
            || SoapEnvelope.SOAP_12.equals(reader.getNamespaceURI()));
  }

  private static ObjectNode object(JsonNode node) {
    return node.isObject() ? (ObjectNode) node : JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw ConnectorProblem.lasting("soap-too-deep", "The answer is nested too deep.");
    }
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    boolean isNil = attributes(reader, members);
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        add(members, reader.getLocalName(), element(reader, depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
    }
    if (isNil) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (members.isEmpty()) {
      return JsonNodeFactory.instance.textNode(text.toString());
    }
    if (!text.toString().isBlank()) {
      members.put("#text", text.toString());
    }
    return members;
  }

  private static boolean attributes(XMLStreamReader reader, ObjectNode members) {
    boolean isNil = false;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace)) {
        isNil |=
            reader.getAttributeLocalName(i).equals("nil")
                && reader.getAttributeValue(i).matches("true|1");
      } else if (namespace == null || namespace.isEmpty()) {
        members.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
    return isNil;
  }

  private static void add(ObjectNode members, String name, JsonNode value) {
    JsonNode known = members.get(name);
    if (known == null) {
      members.set(name, value);
    } else if (known instanceof ArrayNode several) {
      several.add(value);
    } else {
      members.putArray(name).add(known).add(value);
    }
  }

  private static ConnectorProblem noSoap() {
    return ConnectorProblem.lasting("no-soap", "The answer is no SOAP.");
  }
}
