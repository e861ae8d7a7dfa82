package io.flowmaster.benchmark;

import io.flowmaster.executions.Executions;
import io.flowmaster.executions.StartExecution;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * Instances of five asynchronous steps: many are started, then the job executor works them off; it
 * is each engine's own with its own settings.
 */
final class JobsRow implements Row {
  private static final String PROCESS = "jobs";
  private static final int BATCH = 100;
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

  @Override
  public String key() {
    return "jobs";
  }

  @Override
  public String title() {
    return "chain of five asynchronous jobs, 100 instances at a time";
  }

  @Override
  public String goal() {
    return "≥ 2 ×";
  }

  @Override
  public Work on(StockCamunda camunda) {
    camunda.deploy(PROCESS, Models.jobs(PROCESS, Models.CAMUNDA));
    RuntimeService runtime = camunda.engine().getRuntimeService();
    var executor =
        ((ProcessEngineConfigurationImpl) camunda.engine().getProcessEngineConfiguration())
            .getJobExecutor();
    executor.start();
    return work(
        () -> runtime.startProcessInstanceByKey(PROCESS, StraightRow.VALUES),
        () -> running(runtime),
        executor::shutdown);
  }

  @Override
  public Work on(StockFlowable flowable) {
    flowable.deploy(PROCESS, Models.jobs(PROCESS, Models.FLOWABLE));
    var runtime = flowable.engine().getRuntimeService();
    flowable.startJobs();
    return work(
        () -> runtime.startProcessInstanceByKey(PROCESS, StraightRow.VALUES),
        () -> runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count(),
        flowable::stopJobs);
  }

  @Override
  public Work on(Platform platform) throws Exception {
    platform.publish(PROCESS, Models.jobs(PROCESS, Models.CAMUNDA));
    Executions executions = platform.bean(Executions.class);
    RuntimeService runtime = platform.bean(RuntimeService.class);
    return platform.asEmployee(
        work(
            () -> executions.start(StartExecution.latest(PROCESS, StraightRow.VARIABLES)),
            () -> running(runtime),
            () -> {}));
  }

  private static long running(RuntimeService runtime) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count();
  }

  private static Work work(Callable<?> starting, Callable<Long> running, Runnable end) {
    return new Work() {
      @Override
      public Sample once() throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
          starting.call();
        }
        while (running.call() > 0) {
          if (System.nanoTime() - start > LONGEST) {
            throw new TimeoutException("jobs are not done after a minute");
          }
          LockSupport.parkNanos(POLL);
        }
        return Sample.since(start, BATCH);
      }

      @Override
      public void close() {
        end.run();
      }
    };
  }
}
