package io.flowmaster.engine.internal;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.SAXParser;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads models without the network: where a model says that its schemas are ({@code
 * xsi:schemaLocation}) is passed over, only those in the engine's own jar are read.
 */
class OfflineModels implements BpmnParseFactory {
  private final Allowances allowances;

  OfflineModels(Allowances allowances) {
    this.allowances = allowances;
  }

  @Override
  public BpmnParse createBpmnParse(BpmnParser parser) {
    return new GuardedParse(new OfflineParser(parser, this), allowances);
  }

  private static final class OfflineParser extends BpmnParser {
    OfflineParser(BpmnParser parser, BpmnParseFactory factory) {
      super(parser.getExpressionManager(), factory);
      setParseListeners(parser.getParseListeners());
    }

    @Override
    protected SAXParser getSaxParser() throws Exception {
      return new OwnSchemasOnly(super.getSaxParser());
    }
  }

  private static final class OwnSchemasOnly extends SAXParser {
    private final SAXParser parser;

    OwnSchemasOnly(SAXParser parser) {
      this.parser = parser;
    }

    @Override
    public void parse(InputStream model, DefaultHandler handler) throws SAXException, IOException {
      XMLReader reader = parser.getXMLReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.setDTDHandler(handler);
      reader.setEntityResolver(
          (publicId, systemId) -> {
            if (!systemId.startsWith("jar:")) {
              throw new FileNotFoundException(systemId);
            }
            return null;
          });
      byte[] content = model.readAllBytes();
      reader.parse(new InputSource(new ByteArrayInputStream(SchemaHints.removed(content))));
    }

    @Override
    @SuppressWarnings("deprecation")
    public org.xml.sax.Parser getParser() throws SAXException {
      return parser.getParser();
    }

    @Override
    public XMLReader getXMLReader() throws SAXException {
      return parser.getXMLReader();
    }

    @Override
    public boolean isNamespaceAware() {
      return parser.isNamespaceAware();
    }

    @Override
    public boolean isValidating() {
      return parser.isValidating();
    }

    @Override
    public void setProperty(String name, Object value)
        throws SAXNotRecognizedException, SAXNotSupportedException {
      parser.setProperty(name, value);
    }

    @Override
    public Object getProperty(String name)
        throws SAXNotRecognizedException, SAXNotSupportedException {
      return parser.getProperty(name);
    }
  }
}
