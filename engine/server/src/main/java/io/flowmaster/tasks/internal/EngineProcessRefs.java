package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in which process a task stands. */
@Component
class EngineProcessRefs {
  private final RepositoryService repository;

  /** What is read of a definition never changes. */
  private final Cache<String, ProcessDefinition> definitions =
      Caffeine.newBuilder().maximumSize(5_000).build();

  EngineProcessRefs(RepositoryService repository) {
    this.repository = repository;
  }

  /** The definitions by id, those that were not asked for before with one query. */
  Map<String, ProcessDefinition> definitions(Stream<@Nullable String> ids) {
    Set<String> wanted = ids.filter(Objects::nonNull).collect(toSet());
    return definitions.getAll(wanted, this::load);
  }

  private Map<String, ProcessDefinition> load(Set<? extends String> ids) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionIdIn(ids.toArray(String[]::new))
        .list()
        .stream()
        .collect(toMap(ProcessDefinition::getId, definition -> definition));
  }

  /** A process without a name is shown by its key. */
  static EngineTask.@Nullable ProcessRef ref(
      @Nullable String execution,
      @Nullable String businessKey,
      @Nullable ProcessDefinition definition,
      @Nullable String activity) {
    if (execution == null || definition == null) {
      return null;
    }
    return new EngineTask.ProcessRef(
        execution,
        businessKey,
        definition.getId(),
        definition.getKey(),
        definition.getName() == null ? definition.getKey() : definition.getName(),
        definition.getVersion(),
        activity);
  }
}
