package io.flowmaster.benchmark;

import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/** A worker fetches ten tasks and completes each by itself; their making is not counted. */
final class ExternalRow implements Row {
  private static final String PROCESS = "external";
  private static final String WORKER = "worker";
  private static final int BATCH = 10;
  private static final long LOCK = 60_000;
  private static final Map<String, Object> RESULT = Map.of("approved", true);

  @Override
  public String key() {
    return "external";
  }

  @Override
  public String title() {
    return "external task, fetch (ten at a time) and complete";
  }

  @Override
  public String goal() {
    return "≥ 2 ×";
  }

  @Override
  public Work on(StockCamunda camunda) {
    camunda.deploy(PROCESS, Models.external(PROCESS, Models.CAMUNDA));
    return work(camunda.engine().getRuntimeService(), camunda.engine().getExternalTaskService());
  }

  @Override
  public Work on(StockFlowable flowable) {
    flowable.deploy(PROCESS, Models.external(PROCESS, Models.FLOWABLE));
    var runtime = flowable.engine().getRuntimeService();
    var management = flowable.engine().getManagementService();
    return () -> {
      start(() -> runtime.startProcessInstanceByKey(PROCESS, StraightRow.VALUES));
      long start = System.nanoTime();
      var jobs =
          management
              .createExternalWorkerJobAcquireBuilder()
              .topic(PROCESS, java.time.Duration.ofMillis(LOCK))
              .acquireAndLock(BATCH, WORKER);
      for (var job : jobs) {
        management
            .createExternalWorkerCompletionBuilder(job.getId(), WORKER)
            .variables(RESULT)
            .complete();
      }
      return Work.Sample.since(start, jobs.size());
    };
  }

  @Override
  public Work on(Platform platform) throws Exception {
    platform.publish(PROCESS, Models.external(PROCESS, Models.CAMUNDA));
    return platform.asEmployee(
        work(platform.bean(RuntimeService.class), platform.bean(ExternalTaskService.class)));
  }

  private static Work work(RuntimeService runtime, ExternalTaskService tasks) {
    return () -> {
      start(() -> runtime.startProcessInstanceByKey(PROCESS, StraightRow.VALUES));
      long start = System.nanoTime();
      var fetched = tasks.fetchAndLock(BATCH, WORKER).topic(PROCESS, LOCK).execute();
      for (LockedExternalTask task : fetched) {
        tasks.complete(task.getId(), WORKER, RESULT);
      }
      return Work.Sample.since(start, fetched.size());
    };
  }

  private static void start(Callable<?> one) throws Exception {
    for (int i = 0; i < BATCH; i++) {
      one.call();
    }
  }
}
