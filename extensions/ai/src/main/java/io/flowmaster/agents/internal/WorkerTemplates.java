package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.agents.AgentTemplates;
import io.flowmaster.agents.AgentView;
import io.flowmaster.platform.CurrentActor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Templates made from the parameters that the worker reads, so the two cannot drift apart. */
@Component
class WorkerTemplates implements AgentTemplates {
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/element-templates-json-schema@0.17.0/resources/schema.json";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST = 100;
  private final JdbcAgentStore agents;
  private final CurrentActor current;

  WorkerTemplates(JdbcAgentStore agents, CurrentActor current) {
    this.agents = agents;
    this.current = current;
  }

  @Override
  public List<JsonNode> all() {
    List<JsonNode> templates = new ArrayList<>();
    templates.add(template(null));
    agents.page(current.tenant(), null, "", MOST).forEach(agent -> templates.add(template(agent)));
    return templates;
  }

  private static JsonNode template(@Nullable AgentView agent) {
    ObjectNode template = JSON.objectNode();
    template.put("$schema", SCHEMA);
    template.put("name", agent == null ? "AI agent" : agent.name());
    template.put("id", "io.flowmaster.agent" + (agent == null ? "" : "." + agent.id()));
    template.put(
        "description",
        agent == null
            ? "An agent works the task; its manager decides when it is unsure"
            : agent.role());
    template.put("version", 1);
    template.putObject("category").put("id", "agents").put("name", "Agents");
    template.putArray("appliesTo").add("bpmn:Task").add("bpmn:ServiceTask");
    template.putObject("elementType").put("value", "bpmn:ServiceTask");
    template.put("entriesVisible", true);
    ArrayNode groups = template.putArray("groups");
    List.of("agent:Agent", "input:Input", "output:Output")
        .forEach(
            group ->
                groups
                    .addObject()
                    .put("id", group.substring(0, group.indexOf(':')))
                    .put("label", group.substring(group.indexOf(':') + 1)));
    ArrayNode properties = template.putArray("properties");
    properties.add(hidden("camunda:type", "external"));
    properties.add(hidden("camunda:topic", AgentWorker.TOPIC));
    properties.add(named(agent));
    fields(properties);
    return template;
  }

  private static ObjectNode named(@Nullable AgentView agent) {
    if (agent != null) {
      return bound(
          JSON.objectNode().put("type", "Hidden").put("value", agent.id()), AgentParameters.AGENT);
    }
    ObjectNode field =
        field("Agent", "agent", AgentParameters.AGENT, "String", "Id or name of the agent");
    field.remove("optional");
    field.putObject("constraints").put("notEmpty", true);
    return field;
  }

  private static void fields(ArrayNode properties) {
    properties.add(
        field(
            "What to do",
            "input",
            AgentParameters.INPUT,
            "Text",
            "Text, or FEEL for any value, for example = {invoice: invoice}"));
    properties.add(
        field(
            "What it may know",
            "input",
            AgentParameters.VARIABLES,
            "Text",
            "FEEL context, for example = {supplier: supplier}; all variables when empty"));
    properties.add(
        field(
            "Output schema",
            "output",
            AgentParameters.OUTPUT_SCHEMA,
            "Text",
            "JSON Schema of the answer; text when empty"));
    properties.add(
        field(
            "Result variable",
            "output",
            AgentParameters.RESULT_VARIABLE,
            "String",
            "Variable for the output"));
    properties.add(
        field(
            "Result expression",
            "output",
            AgentParameters.RESULT,
            "Text",
            "FEEL that makes variables of the answer, for example = {costCentre:"
                + " answer.output.costCentre, sure: answer.confidence}. A rejection is the BPMN"
                + " error AGENT_REJECTED."));
    ObjectNode unavailable =
        field(
            "Without a language model",
            "agent",
            AgentParameters.UNAVAILABLE,
            "Dropdown",
            "The BPMN error AGENT_UNAVAILABLE needs a boundary event that catches it");
    unavailable.put("value", "incident");
    unavailable
        .putArray("choices")
        .add(choice("Incident", "incident"))
        .add(choice("BPMN error", "error"));
    properties.add(unavailable);
  }

  private static ObjectNode field(
      String label, String group, String parameter, String type, String description) {
    return bound(
        JSON.objectNode()
            .put("label", label)
            .put("description", description)
            .put("group", group)
            .put("type", type)
            .put("optional", true),
        parameter);
  }

  private static ObjectNode choice(String name, String value) {
    return JSON.objectNode().put("name", name).put("value", value);
  }

  private static ObjectNode bound(ObjectNode property, String parameter) {
    property.putObject("binding").put("type", "camunda:inputParameter").put("name", parameter);
    return property;
  }

  private static ObjectNode hidden(String name, String value) {
    ObjectNode property = JSON.objectNode().put("type", "Hidden").put("value", value);
    property.putObject("binding").put("type", "property").put("name", name);
    return property;
  }
}
