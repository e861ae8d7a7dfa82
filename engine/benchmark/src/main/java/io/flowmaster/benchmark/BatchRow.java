package io.flowmaster.benchmark;

import io.flowmaster.executions.Executions;
import io.flowmaster.executions.StartExecution;
import java.util.Collections;
import java.util.List;

/** The same instances as {@link StraightRow}, twenty a call; the others start them one by one. */
final class BatchRow implements Row {
  private static final String PROCESS = "batch";
  private static final int BATCH = 20;

  @Override
  public String key() {
    return "batch";
  }

  @Override
  public String title() {
    return "the same in batches of twenty (others one by one), one thread";
  }

  @Override
  public String goal() {
    return "≥ 6 ×";
  }

  @Override
  public Work on(StockCamunda camunda) {
    return new StraightRow(1, PROCESS).on(camunda);
  }

  @Override
  public Work on(StockFlowable flowable) {
    return new StraightRow(1, PROCESS).on(flowable);
  }

  @Override
  public Work on(Platform platform) throws Exception {
    platform.publish(PROCESS, Models.straight(PROCESS, Models.CAMUNDA));
    Executions executions = platform.bean(Executions.class);
    List<StartExecution> starts =
        Collections.nCopies(BATCH, StartExecution.latest(PROCESS, StraightRow.VARIABLES));
    return platform.asEmployee(
        () -> {
          long start = System.nanoTime();
          executions.startAll(starts);
          return Work.Sample.since(start, BATCH);
        });
  }
}
