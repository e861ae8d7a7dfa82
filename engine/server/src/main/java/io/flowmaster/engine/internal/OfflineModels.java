package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;

/**
 * Reads models without the network: schemas that a model points to ({@code xsi:schemaLocation}) are
 * not fetched.
 */
class OfflineModels implements BpmnParseFactory {
  /** The schemes of the engine's own jar, on its own and inside the application's. */
  private static final String LOCAL = "file,nested";

  @Override
  public BpmnParse createBpmnParse(BpmnParser parser) {
    return new BpmnParse(parser) {
      @Override
      protected String resolveAccessExternalSchemaProperty() {
        return LOCAL;
      }
    };
  }
}
