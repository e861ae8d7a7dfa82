package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toSet;

import io.flowmaster.platform.Page;
import io.flowmaster.processes.PublishedProcess;
import io.flowmaster.processes.PublishedProcesses;
import io.flowmaster.tasks.TaskView;
import java.util.Collection;
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

  /** The rows as callers see them, with one question to the catalogue. */
  Page<TaskView> views(Page<TaskRow> rows) {
    Map<String, PublishedProcess> published =
        published(rows.items().stream().map(TaskRow::task).toList());
    return rows.map(row -> row.view(processId(row.task(), published)));
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
