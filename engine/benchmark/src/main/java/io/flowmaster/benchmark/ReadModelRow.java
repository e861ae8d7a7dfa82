package io.flowmaster.benchmark;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;

/** What the inbox's writer adds to the engine's own work on a task. */
record ReadModelRow(boolean isWritten) implements Row {
  private static final String WITHOUT = "inbox-unwritten";

  @Override
  public String key() {
    return isWritten ? "inbox-written" : WITHOUT;
  }

  @Override
  public String title() {
    return isWritten
        ? "task created and completed with the read model written"
        : "task created and completed by the engine alone";
  }

  @Override
  public String goal() {
    return isWritten ? "≥ 0.9 × the engine alone" : "";
  }

  @Override
  public @Nullable String comparedTo() {
    return isWritten ? WITHOUT : null;
  }

  @Override
  public Work on(Platform platform) throws Exception {
    String process = key();
    platform.publish(process, Models.userTask(process, Models.CAMUNDA));
    RuntimeService runtime = platform.bean(RuntimeService.class);
    TaskService tasks = platform.bean(TaskService.class);
    Work work =
        platform.asEmployee(
            () -> {
              long start = System.nanoTime();
              String id = runtime.startProcessInstanceByKey(process, StraightRow.VALUES).getId();
              String task = tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
              tasks.complete(task, Map.of("approved", true));
              return Work.Sample.since(start, 1);
            });
    return () -> {
      ReadModelSwitch.turn(isWritten);
      try {
        return work.once();
      } finally {
        ReadModelSwitch.turn(true);
      }
    };
  }
}
