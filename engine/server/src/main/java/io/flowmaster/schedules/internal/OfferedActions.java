package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.ScheduledAction;
import io.flowmaster.schedules.ActionType;
import io.flowmaster.schedules.InvalidSchedule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The actions that areas and modules offer, by type. */
@Component
class OfferedActions {
  private static final int MOST_CHARACTERS = 65_536;
  private final ObjectProvider<ScheduledAction> offered;
  private final ObjectMapper json;

  OfferedActions(ObjectProvider<ScheduledAction> offered, ObjectMapper json) {
    this.offered = offered;
    this.json = json;
  }

  /** Empty for a type of another version of the platform. */
  Optional<ScheduledAction> find(String type) {
    return offered.stream().filter(action -> action.type().equals(type)).findFirst();
  }

  List<ActionType> all(Actor actor) {
    return offered.stream()
        .map(each -> new ActionType(each.type(), each.description(), allows(each, actor)))
        .sorted(Comparator.comparing(ActionType::type))
        .toList();
  }

  static boolean allows(ScheduledAction action, Actor actor) {
    return action.roles().stream().anyMatch(actor::has);
  }

  /**
   * Judges what somebody said of an action.
   *
   * @throws InvalidSchedule when it cannot be run, or not by the actor
   */
  void require(Map<String, JsonNode> said, Actor actor) {
    JsonNode type = said.get("type");
    ScheduledAction action =
        Optional.ofNullable(type)
            .filter(JsonNode::isTextual)
            .flatMap(name -> find(name.asText()))
            .orElseThrow(() -> new InvalidSchedule("/action/type", "Take one of " + types() + "."));
    if (!allows(action, actor)) {
      throw new InvalidSchedule("/action/type", "Your roles do not allow this action.");
    }
    ObjectNode configuration = configuration(said);
    if (configuration.toString().length() > MOST_CHARACTERS) {
      throw new InvalidSchedule("/action", "Use at most " + MOST_CHARACTERS + " characters.");
    }
    List<FieldError> faults =
        action.check(configuration).stream()
            .map(fault -> new FieldError("/action" + fault.pointer(), fault.detail()))
            .toList();
    if (!faults.isEmpty()) {
      throw new InvalidSchedule(faults);
    }
  }

  /** What an action is given: everything but its type. */
  ObjectNode configuration(Map<String, JsonNode> said) {
    ObjectNode configuration = json.createObjectNode();
    said.forEach(configuration::set);
    configuration.remove("type");
    return configuration;
  }

  private List<String> types() {
    return offered.stream().map(ScheduledAction::type).sorted().toList();
  }
}
