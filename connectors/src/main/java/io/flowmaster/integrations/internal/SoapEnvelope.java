package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a call as SOAP 1.1 or 1.2 (W3C). */
final class SoapEnvelope {
  static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

  /** OASIS Web Services Security, username token profile 1.1. */
  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  private static final String PASSWORD_TEXT =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]*";
  private static final int DEEPEST = 50;
  private final ConnectorCall call;
  private final XMLStreamWriter xml;

  private SoapEnvelope(ConnectorCall call, XMLStreamWriter xml) {
    this.call = call;
    this.xml = xml;
  }

  static boolean is12(ConnectorCall call) {
    return call.setting("version", "1.1").equals("1.2");
  }

  static String of(ConnectorCall call) {
    StringWriter text = new StringWriter();
    try {
      new SoapEnvelope(call, XMLOutputFactory.newFactory().createXMLStreamWriter(text)).write();
    } catch (XMLStreamException e) {
      throw ConnectorProblem.lasting("invalid-content", "The content cannot stand in XML.");
    }
    return text.toString();
  }

  private void write() throws XMLStreamException {
    String soap = is12(call) ? SOAP_12 : SOAP_11;
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("soap", "Envelope", soap);
    xml.writeNamespace("soap", soap);
    if (call.setting("authentication", "none").equals("wsse")) {
      xml.writeStartElement("soap", "Header", soap);
      security(soap);
      xml.writeEndElement();
    }
    xml.writeStartElement("soap", "Body", soap);
    operation();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void security(String soap) throws XMLStreamException {
    xml.writeStartElement("wsse", "Security", WSSE);
    xml.writeNamespace("wsse", WSSE);
    xml.writeAttribute("soap", soap, "mustUnderstand", "1");
    xml.writeStartElement("wsse", "UsernameToken", WSSE);
    text("Username", call.setting("username", ""));
    xml.writeStartElement("wsse", "Password", WSSE);
    xml.writeAttribute("Type", PASSWORD_TEXT);
    xml.writeCharacters(legal(call.setting("password", "")));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void text(String name, String value) throws XMLStreamException {
    xml.writeStartElement("wsse", name, WSSE);
    xml.writeCharacters(legal(value));
    xml.writeEndElement();
  }

  private void operation() throws XMLStreamException {
    String namespace = call.setting("namespace", "");
    if (namespace.isEmpty()) {
      xml.writeStartElement(call.given("operation", ""));
    } else {
      xml.writeStartElement("m", call.given("operation", ""), namespace);
      xml.writeNamespace("m", namespace);
    }
    boolean isQualified = call.input().path("isQualified").asBoolean(true);
    members(call.input().path("body"), isQualified ? namespace : "", 1);
    xml.writeEndElement();
  }

  private void members(JsonNode object, String namespace, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw ConnectorProblem.lasting("invalid-content", "The content is nested too deep.");
    }
    for (var member : object.properties()) {
      if (member.getKey().startsWith("@")) {
        xml.writeAttribute(
            checked(member.getKey().substring(1)), legal(member.getValue().asText()));
      }
    }
    for (var member : object.properties()) {
      String name = member.getKey();
      if (name.equals("#text")) {
        xml.writeCharacters(legal(member.getValue().asText()));
      } else if (!name.startsWith("@")) {
        each(checked(name), member.getValue(), namespace, depth);
      }
    }
  }

  private void each(String name, JsonNode value, String namespace, int depth)
      throws XMLStreamException {
    if (value.isArray()) {
      for (JsonNode item : value) {
        element(name, item, namespace, depth);
      }
    } else {
      element(name, value, namespace, depth);
    }
  }

  private void element(String name, JsonNode value, String namespace, int depth)
      throws XMLStreamException {
    if (namespace.isEmpty()) {
      xml.writeStartElement(name);
    } else {
      xml.writeStartElement("m", name, namespace);
    }
    if (value.isObject()) {
      members(value, namespace, depth + 1);
    } else if (!value.isNull()) {
      xml.writeCharacters(legal(value.asText()));
    }
    xml.writeEndElement();
  }

  private static String checked(String name) {
    if (!name.matches(NAME)) {
      throw ConnectorProblem.lasting(
          "invalid-content", "A member of the content cannot be the name of an element.");
    }
    return name;
  }

  /** What XML 1.0 cannot hold at all, not even escaped (section 2.2). */
  private static String legal(String text) {
    boolean isLegal =
        text.codePoints()
            .allMatch(
                c ->
                    c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000);
    if (!isLegal) {
      throw ConnectorProblem.lasting("invalid-content", "The content cannot stand in XML.");
    }
    return text;
  }
}
