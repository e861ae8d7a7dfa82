package io.flowmaster.processes.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TextDigest;
import io.flowmaster.processes.DraftState;
import io.flowmaster.processes.ProcessChanged;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ProcessView;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what a change did to a draft; callers hold the lock of the process's row. */
@Component
class DraftChanges {
  private final JdbcProcessStore processes;
  private final JdbcResourceStore resources;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DraftChanges(
      JdbcProcessStore processes,
      JdbcResourceStore resources,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.processes = processes;
    this.resources = resources;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  DraftState state(ProcessId id) {
    ProcessView process =
        processes
            .find(current.tenant(), id)
            .orElseThrow(() -> new ProcessNotFound("process " + id));
    Function<ProcessVersion.File, TextDigest> digest =
        file -> new TextDigest(file.size(), file.sha256());
    return new DraftState(
        process.key(),
        process.name(),
        process.description(),
        process.tags(),
        process.folder(),
        resources.list(id).stream().collect(Collectors.toMap(ProcessVersion.File::name, digest)));
  }

  /** Publishes the difference to what was before. */
  void since(DraftState before, ProcessId id) {
    DraftState after = state(id);
    events.publishEvent(
        new ProcessChanged(
            current.tenant(),
            id,
            after.key(),
            before.besides(after),
            after.besides(before),
            clock.instant()));
  }
}
