package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.engine.EngineScope;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Knows which user tasks of a model have no form of any kind, so that the engine need not be asked
 * for one. A definition never changes, so each is read once; of any other task nothing is known.
 */
@Component
class FormlessTasks {
  private static final String FORM = "form";
  private final RepositoryService repository;
  private final EngineScope scope;
  private final Cache<String, Set<String>> activities =
      Caffeine.newBuilder().maximumSize(5_000).build();

  FormlessTasks(RepositoryService repository, EngineScope scope) {
    this.repository = repository;
    this.scope = scope;
  }

  boolean contains(EngineTask.ProcessRef task) {
    return task.activityId() != null
        && activities.get(task.definitionId(), this::read).contains(task.activityId());
  }

  private Set<String> read(String definition) {
    try {
      return scope
          .acrossTenants(() -> repository.getBpmnModelInstance(definition))
          .getModelElementsByType(UserTask.class)
          .stream()
          .filter(task -> !hasForm(task))
          .map(UserTask::getId)
          .collect(toUnmodifiableSet());
    } catch (NotFoundException erased) {
      return Set.of();
    }
  }

  private static boolean hasForm(UserTask task) {
    return task.getCamundaFormKey() != null
        || task.getCamundaFormRef() != null
        || task.getCamundaFormHandlerClass() != null
        || (task.getExtensionElements() != null
            && task.getExtensionElements().getElements().stream()
                .anyMatch(each -> each.getElementType().getTypeName().startsWith(FORM)));
  }
}
