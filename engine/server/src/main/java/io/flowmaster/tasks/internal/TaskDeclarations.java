package io.flowmaster.tasks.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.engine.EngineScope;
import io.flowmaster.processes.TaskDeclaration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What models declare of their user tasks. A definition never changes, so each is read once.
 * Publishing refuses what cannot be read; what came through another door counts as not declared.
 */
@Component
class TaskDeclarations {
  private static final Logger LOG = LoggerFactory.getLogger(TaskDeclarations.class);
  private final RepositoryService repository;
  private final EngineScope scope;
  private final Cache<String, Map<String, DeclaredTask>> definitions =
      Caffeine.newBuilder().maximumSize(5_000).build();

  TaskDeclarations(RepositoryService repository, EngineScope scope) {
    this.repository = repository;
    this.scope = scope;
  }

  /** Nothing for a task that no process made. */
  DeclaredTask of(EngineTask task) {
    EngineTask.ProcessRef process = task.process();
    return process == null || process.activityId() == null
        ? DeclaredTask.NOTHING
        : of(process.definitionId(), process.activityId());
  }

  DeclaredTask of(String definition, String activity) {
    return definitions.get(definition, this::read).getOrDefault(activity, DeclaredTask.NOTHING);
  }

  /** A task outlives its definition in the inbox; what was declared is gone then. */
  private Map<String, DeclaredTask> read(String definition) {
    try {
      return declared(
          definition,
          scope.acrossTenants(() -> repository.getBpmnModelInstance(definition)),
          scope.acrossTenants(() -> repository.getProcessDefinition(definition)).getKey());
    } catch (NotFoundException erased) {
      return Map.of();
    }
  }

  /** Only the tasks that declare something, or whose process does. */
  private static Map<String, DeclaredTask> declared(
      String definition, BpmnModelInstance model, String key) {
    Process process = model.getModelElementById(key);
    if (process == null) {
      return Map.of();
    }
    TaskDeclaration shared = declaration(process, definition);
    Map<String, TaskDeclaration> own = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      own.put(task.getId(), declaration(task, definition));
      names.put(task.getId(), task.getName() == null ? task.getId() : task.getName());
    }
    Map<String, DeclaredTask> declared = new HashMap<>();
    own.forEach(
        (id, task) -> {
          Map<String, String> others = new LinkedHashMap<>();
          others(id, own).forEach(other -> others.put(other, names.get(other)));
          DeclaredTask both = new DeclaredTask(task, shared, others);
          if (!both.equals(DeclaredTask.NOTHING)) {
            declared.put(id, both);
          }
        });
    return Map.copyOf(declared);
  }

  /** Who is named by a task names it too: no one does both, in whatever order. */
  private static Collection<String> others(String id, Map<String, TaskDeclaration> all) {
    Set<String> others = new TreeSet<>(all.get(id).fourEyes());
    all.forEach(
        (other, declared) -> {
          if (declared.fourEyes().contains(id)) {
            others.add(other);
          }
        });
    others.retainAll(all.keySet());
    return others;
  }

  private static TaskDeclaration declaration(BaseElement element, String definition) {
    Map<String, String> properties = new HashMap<>();
    for (CamundaProperty property : properties(element)) {
      if (property.getCamundaName() != null && property.getCamundaValue() != null) {
        properties.put(property.getCamundaName(), property.getCamundaValue());
      }
    }
    return TaskDeclaration.of(
        properties,
        (name, fault) ->
            LOG.warn(
                "{} of {} in {} does not count: {}", name, element.getId(), definition, fault));
  }

  private static Collection<CamundaProperty> properties(BaseElement element) {
    @Nullable CamundaProperties all =
        element.getExtensionElements() == null
            ? null
            : element
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    return all == null ? Set.of() : all.getCamundaProperties();
  }
}
