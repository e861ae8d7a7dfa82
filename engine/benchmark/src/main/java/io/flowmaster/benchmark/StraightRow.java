package io.flowmaster.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.executions.Executions;
import io.flowmaster.executions.StartExecution;
import java.util.Map;

/** Instances that run through five service tasks in one go, started one by one by their key. */
record StraightRow(int threads, String process) implements Row {
  static final Map<String, Object> VALUES = Map.of("amount", 1200, "customer", "Ada");
  static final Map<String, JsonNode> VARIABLES =
      Map.of("amount", IntNode.valueOf(1200), "customer", TextNode.valueOf("Ada"));

  @Override
  public String key() {
    return "straight-" + threads;
  }

  @Override
  public String title() {
    return "straight-through instances, one by one, " + Rows.threads(threads);
  }

  @Override
  public String goal() {
    return "≥ 2.5 ×";
  }

  StraightRow(int threads) {
    this(threads, "straight" + threads);
  }

  @Override
  public Work on(StockCamunda camunda) {
    camunda.deploy(process, Models.straight(process, Models.CAMUNDA));
    var runtime = camunda.engine().getRuntimeService();
    return () -> {
      long start = System.nanoTime();
      runtime.startProcessInstanceByKey(process, VALUES);
      return Work.Sample.since(start, 1);
    };
  }

  @Override
  public Work on(StockFlowable flowable) {
    flowable.deploy(process, Models.straight(process, Models.FLOWABLE));
    var runtime = flowable.engine().getRuntimeService();
    return () -> {
      long start = System.nanoTime();
      runtime.startProcessInstanceByKey(process, VALUES);
      return Work.Sample.since(start, 1);
    };
  }

  @Override
  public Work on(Platform platform) throws Exception {
    platform.publish(process, Models.straight(process, Models.CAMUNDA));
    Executions executions = platform.bean(Executions.class);
    return platform.asEmployee(
        () -> {
          long start = System.nanoTime();
          executions.start(StartExecution.latest(process, VARIABLES));
          return Work.Sample.since(start, 1);
        });
  }
}
