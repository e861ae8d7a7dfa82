package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.registry.AnnouncedWorker.WorkedTopic;
import io.flowmaster.registry.WorkerRegistry;
import io.flowmaster.worker.embedded.EngineTransport;
import io.flowmaster.worker.transport.Announcement;
import io.flowmaster.worker.transport.FetchRequest;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TransportException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * How workers in the platform's own JVM ({@code flowmaster.worker.enabled}) reach the engine. They
 * are part of the platform, so they see the tasks of all tenants, unless a worker names its own;
 * what they do for a task they do in its tenant.
 */
@Component
class InProcessWork extends EngineTransport {
  private static final UserId WORKERS = new UserId("workers");
  private final EngineScope scope;
  private final ObjectProvider<ExecutionTraces> traces;
  private final WorkerRegistry registry;

  InProcessWork(
      ExternalTaskService tasks,
      RuntimeService executions,
      EngineScope scope,
      ObjectProvider<ExecutionTraces> traces,
      WorkerRegistry registry) {
    super(tasks, executions);
    this.scope = scope;
    this.traces = traces;
    this.registry = registry;
  }

  @Override
  public boolean announce(Announcement announcement) {
    try {
      registry.announceForAll(
          announcement.worker(),
          announcement.version(),
          announcement.topics().stream()
              .map(topic -> new WorkedTopic(topic.topic(), topic.inFlight(), topic.slots()))
              .toList());
      return true;
    } catch (DataAccessException e) {
      throw new TransportException(
          TransportException.Kind.LATER, "The database does not take it", e);
    }
  }

  @Override
  public List<LockedTask> fetch(FetchRequest request) {
    List<LockedTask> tasks = super.fetch(request);
    ExecutionTraces known = traces.getIfAvailable();
    if (tasks.isEmpty() || known == null) {
      return tasks;
    }
    Map<String, String> byTask = known.ofExternalTasks(tasks.stream().map(LockedTask::id).toList());
    return tasks.stream().map(task -> traced(task, byTask.get(task.id()))).toList();
  }

  @Override
  protected <T> T as(@Nullable String tenant, String workerId, Supplier<T> call) {
    if (tenant == null) {
      return scope.acrossTenants(call);
    }
    return scope.actingAs(
        new Actor(
            new TenantId(tenant),
            WORKERS,
            WORKERS.value(),
            Actor.Kind.WORKER,
            Set.of(Roles.WORKER),
            Set.of()),
        call);
  }

  private static LockedTask traced(LockedTask task, @Nullable String trace) {
    return trace == null ? task : task.withExtension(ExecutionTraces.HEADER, trace);
  }
}
