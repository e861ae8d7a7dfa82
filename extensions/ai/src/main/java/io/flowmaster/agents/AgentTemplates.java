package io.flowmaster.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Agents for the modeler. */
public interface AgentTemplates {

  /** Element templates (bpmn.io, Camunda 7): a service task for any agent, and one for each. */
  List<JsonNode> all();
}
