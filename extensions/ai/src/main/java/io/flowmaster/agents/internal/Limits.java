package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentLimit;
import io.flowmaster.platform.ExpressionFailed;
import io.flowmaster.platform.Feel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The limits of agents, checked on what they answer. */
@Component
class Limits {
  private final Feel feel;

  Limits(Feel feel) {
    this.feel = feel;
  }

  /** The name of the first limit that holds the answer. A limit that fails holds it, too. */
  Optional<String> touched(AgentDraft agent, Run.Request request, Judged answer) {
    if (agent.limits().isEmpty()) {
      return Optional.empty();
    }
    Map<String, JsonNode> known = new HashMap<>();
    known.put("output", answer.output());
    known.put("variables", JsonNodeFactory.instance.objectNode().setAll(request.variables()));
    known.put("confidence", JsonNodeFactory.instance.numberNode(answer.confidence()));
    return agent.limits().stream()
        .filter(limit -> holds(limit, known))
        .map(AgentLimit::name)
        .findFirst();
  }

  private boolean holds(AgentLimit limit, Map<String, JsonNode> known) {
    try {
      JsonNode value = feel.evaluate(limit.condition(), known);
      return !value.isBoolean() || value.booleanValue();
    } catch (ExpressionFailed e) {
      return true;
    }
  }
}
