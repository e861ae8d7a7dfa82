package io.flowmaster.benchmark;

import static java.util.concurrent.ThreadLocalRandom.current;

import io.flowmaster.executions.Executions;
import io.flowmaster.executions.StartExecution;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskResponse;
import io.flowmaster.tasks.TaskSearch;
import java.util.List;
import java.util.Map;

/**
 * Start, read the first 25 tasks that one's group is offered, claim one of them, complete it; with
 * some more tasks in the inbox than one page shows.
 */
final class TaskRow implements Row {
  private static final String PROCESS = "approve";
  private static final int PAGE = 25;
  private static final int WAITING = 500;

  @Override
  public String key() {
    return "task";
  }

  @Override
  public String title() {
    return "start, find in the inbox, claim, complete; " + Rows.threads(threads());
  }

  @Override
  public String goal() {
    return "≥ 3 ×";
  }

  @Override
  public int threads() {
    return 4;
  }

  @Override
  public Work on(StockCamunda camunda) {
    camunda.deploy(PROCESS, Models.userTask(PROCESS, Models.CAMUNDA));
    var runtime = camunda.engine().getRuntimeService();
    var tasks = camunda.engine().getTaskService();
    for (int i = 0; i < WAITING; i++) {
      runtime.startProcessInstanceByKey(PROCESS, StraightRow.VALUES);
    }
    return () -> {
      long start = System.nanoTime();
      runtime.startProcessInstanceByKey(PROCESS, StraightRow.VALUES);
      for (boolean done = false; !done; ) {
        var page =
            tasks
                .createTaskQuery()
                .taskCandidateGroup(Platform.GROUP)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, PAGE);
        try {
          String task = page.get(current().nextInt(page.size())).getId();
          tasks.claim(task, Platform.USER);
          tasks.complete(task, Map.of("approved", true));
          done = true;
        } catch (org.camunda.bpm.engine.ProcessEngineException e) {
          continue; // another thread had it first
        }
      }
      return Work.Sample.since(start, 1);
    };
  }

  @Override
  public Work on(StockFlowable flowable) {
    flowable.deploy(PROCESS, Models.userTask(PROCESS, Models.FLOWABLE));
    var runtime = flowable.engine().getRuntimeService();
    var tasks = flowable.engine().getTaskService();
    for (int i = 0; i < WAITING; i++) {
      runtime.startProcessInstanceByKey(PROCESS, StraightRow.VALUES);
    }
    return () -> {
      long start = System.nanoTime();
      runtime.startProcessInstanceByKey(PROCESS, StraightRow.VALUES);
      for (boolean done = false; !done; ) {
        var page =
            tasks
                .createTaskQuery()
                .taskCandidateGroup(Platform.GROUP)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, PAGE);
        try {
          String task = page.get(current().nextInt(page.size())).getId();
          tasks.claim(task, Platform.USER);
          tasks.complete(task, Map.of("approved", true));
          done = true;
        } catch (org.flowable.common.engine.api.FlowableException e) {
          continue; // another thread had it first
        }
      }
      return Work.Sample.since(start, 1);
    };
  }

  @Override
  public Work on(Platform platform) throws Exception {
    platform.publish(PROCESS, Models.userTask(PROCESS, Models.CAMUNDA));
    Executions executions = platform.bean(Executions.class);
    TaskInbox inbox = platform.bean(TaskInbox.class);
    TaskSearch search =
        TaskSearch.of(
            TaskSearch.View.GROUP,
            List.of(new TaskSearch.Sort(TaskSearch.Sort.Field.CREATED, false)));
    Work fill =
        platform.asEmployee(
            () -> {
              executions.start(StartExecution.latest(PROCESS, StraightRow.VARIABLES));
              return new Work.Sample(1, 0);
            });
    for (int i = 0; i < WAITING; i++) {
      fill.once();
    }
    TaskResponse response =
        new TaskResponse(null, Map.of("approved", Rows.json(Boolean.TRUE)), null);
    return platform.asEmployee(
        () -> {
          long start = System.nanoTime();
          executions.start(StartExecution.latest(PROCESS, StraightRow.VARIABLES));
          for (boolean done = false; !done; ) {
            var page = inbox.search(search, new PageQuery(PAGE, null, false)).items();
            try {
              TaskId task = new TaskId(page.get(current().nextInt(page.size())).id());
              inbox.assign(task, Platform.USER, null);
              inbox.respond(task, response, null);
              done = true;
            } catch (io.flowmaster.platform.Problem
                | org.camunda.bpm.engine.OptimisticLockingException e) {
              continue; // another thread had it first
            }
          }
          return Work.Sample.since(start, 1);
        });
  }
}
