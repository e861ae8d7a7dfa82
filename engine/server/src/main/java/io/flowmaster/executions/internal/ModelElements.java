package io.flowmaster.executions.internal;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the models say about their elements; the engine keeps parsed models in its own cache. */
@Component
class ModelElements {
  private final RepositoryService repository;

  ModelElements(RepositoryService repository) {
    this.repository = repository;
  }

  /** The activity, event or gateway of that id; empty when the model has none. */
  Optional<FlowNode> find(String definitionId, String activityId) {
    return repository.getBpmnModelInstance(definitionId).getModelElementById(activityId)
            instanceof FlowNode node
        ? Optional.of(node)
        : Optional.empty();
  }

  /** The name to show, null when the model gives none. */
  @Nullable String name(String definitionId, @Nullable String activityId) {
    return activityId == null
        ? null
        : find(definitionId, activityId).map(FlowNode::getName).orElse(null);
  }
}
