package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toSet;

import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which process of the catalogue a task belongs to. */
@Component
class ProcessNames {
  private final PublishedProcesses processes;

  ProcessNames(PublishedProcesses processes) {
    this.processes = processes;
  }

  /** Null for a task without a process, and for one whose process is not in the catalogue. */
  @Nullable String processId(EngineTask task) {
    return processId(task, published(List.of(task)));
  }

  /** The same for many tasks by their id, with one question to the catalogue. */
  Map<String, String> processIds(Collection<EngineTask> tasks) {
    Map<String, PublishedProcess> published = published(tasks);
    Map<String, String> ids = new HashMap<>();
    for (EngineTask task : tasks) {
      String id = processId(task, published);
      if (id != null) {
        ids.put(task.id(), id);
      }
    }
    return ids;
  }

  private Map<String, PublishedProcess> published(Collection<EngineTask> tasks) {
    Set<String> definitions =
        tasks.stream()
            .map(EngineTask::process)
            .filter(Objects::nonNull)
            .map(EngineTask.ProcessRef::definitionId)
            .collect(toSet());
    return definitions.isEmpty() ? Map.of() : processes.byDefinitions(definitions);
  }

  private static @Nullable String processId(
      EngineTask task, Map<String, PublishedProcess> published) {
    PublishedProcess process =
        task.process() == null ? null : published.get(task.process().definitionId());
    return process == null || process.processId() == null ? null : process.processId().value();
  }
}
