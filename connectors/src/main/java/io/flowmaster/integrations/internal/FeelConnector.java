package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.integrations.ConnectorView;
import io.flowmaster.platform.Feel;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** FEEL, for values that have to change their form between two systems. */
@Component
class FeelConnector implements Connector {
  private final ConnectorView view = Descriptors.read("feel");
  private final Feel feel;

  FeelConnector(Feel feel) {
    this.feel = feel;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    Map<String, JsonNode> variables = new HashMap<>();
    call.input()
        .path("variables")
        .properties()
        .forEach(each -> variables.put(each.getKey(), each.getValue()));
    return feel.evaluate(call.setting("expression", ""), variables);
  }

  @Override
  public String test(ConnectorCall call) {
    feel.check(call.setting("expression", ""));
    return "The expression can be read.";
  }
}
