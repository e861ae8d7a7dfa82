package io.flowmaster.benchmark;

import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.Executions;
import io.flowmaster.executions.StartExecution;
import org.jspecify.annotations.Nullable;

/** One call over HTTP, and the same in the service: the difference is what the platform adds. */
record RestRow(boolean isHttp) implements Row {
  private static final String IN_SERVICE = "read-service";

  @Override
  public String key() {
    return isHttp ? "read-http" : IN_SERVICE;
  }

  @Override
  public String title() {
    return "read an execution, " + (isHttp ? "GET over HTTP with token" : "in the service");
  }

  @Override
  public String goal() {
    return isHttp ? "≤ 1 ms more at p50" : "";
  }

  @Override
  public boolean isLatency() {
    return true;
  }

  @Override
  public @Nullable String comparedTo() {
    return isHttp ? IN_SERVICE : null;
  }

  @Override
  public Work on(Platform platform) throws Exception {
    String process = key();
    platform.publish(process, Models.userTask(process, Models.CAMUNDA));
    Executions executions = platform.bean(Executions.class);
    String[] id = new String[1];
    platform
        .asEmployee(
            () -> {
              id[0] = executions.start(StartExecution.latest(process, StraightRow.VARIABLES)).id();
              return new Work.Sample(1, 0);
            })
        .once();
    ExecutionId execution = new ExecutionId(id[0]);
    Http http = new Http(platform.baseUrl(), Platform.USER);
    Work read =
        () -> {
          long start = System.nanoTime();
          if (isHttp) {
            http.get("/executions/" + execution);
          } else {
            executions.get(execution);
          }
          return Work.Sample.since(start, 1);
        };
    return isHttp ? read : platform.asEmployee(read);
  }
}
