package io.flowmaster.engine.internal;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupRemovalTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * History clean-up that spares what is still running. Removal times are set at the start of an
 * execution, and the engine's clean-up looks at nothing else: of an execution that runs longer than
 * its time to live it would remove the history under way. Here such an execution is given its time
 * to live anew, for its whole history, before anything is removed.
 */
class CleanupOfEnded extends HistoryCleanupJobHandler {
  private static final String OVERDUE =
      """
      select * from ACT_HI_PROCINST
      where END_TIME_ is null and ROOT_PROC_INST_ID_ = PROC_INST_ID_
        and REMOVAL_TIME_ <= #{due}
      order by REMOVAL_TIME_
      """;
  private static final int PAGE = 200;

  @Override
  protected HistoryCleanupRemovalTime getTimeBasedHandler() {
    return new Sparing();
  }

  /**
   * Removes as of the moment at which it looked for what still runs, not as of later: whatever
   * falls due in between is for the next time.
   */
  private static final class Sparing extends HistoryCleanupRemovalTime {
    private Date asOf = new Date(0);

    @Override
    public void performCleanup() {
      asOf = ClockUtil.getCurrentTime();
      Instant now = asOf.toInstant();
      while (commandExecutor.execute(context -> prolongOnePage(context, now))) {
        continue;
      }
      super.performCleanup();
    }

    @Override
    protected Map<Class<? extends DbEntity>, DbOperation> performProcessCleanup() {
      return Context.getCommandContext()
          .getHistoricProcessInstanceManager()
          .deleteHistoricProcessInstancesByRemovalTime(
              asOf, configuration.getMinuteFrom(), configuration.getMinuteTo(), getBatchSize());
    }

    @Override
    protected Map<Class<? extends DbEntity>, DbOperation> performDmnCleanup() {
      return Context.getCommandContext()
          .getHistoricDecisionInstanceManager()
          .deleteHistoricDecisionsByRemovalTime(
              asOf, configuration.getMinuteFrom(), configuration.getMinuteTo(), getBatchSize());
    }
  }

  /**
   * In a transaction of its own. What it writes may be lost to another clean-up at the same moment
   * without a word (the engine passes over conflicts in history), so only a look that finds nothing
   * any more ends it.
   *
   * @return whether there was something
   */
  private static boolean prolongOnePage(CommandContext context, Instant now) {
    List<HistoricProcessInstance> overdue =
        context
            .getProcessEngineConfiguration()
            .getHistoryService()
            .createNativeHistoricProcessInstanceQuery()
            .sql(OVERDUE)
            .parameter("due", Date.from(now))
            .listPage(0, PAGE);
    overdue.forEach(instance -> prolong(context, instance, now));
    return !overdue.isEmpty();
  }

  private static void prolong(CommandContext context, HistoricProcessInstance root, Instant now) {
    HistoricProcessInstanceEventEntity asIfStartedNow = new HistoricProcessInstanceEventEntity();
    asIfStartedNow.setStartTime(Date.from(now));
    Date removal =
        context
            .getProcessEngineConfiguration()
            .getHistoryRemovalTimeProvider()
            .calculateRemovalTime(
                asIfStartedNow,
                context
                    .getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(root.getProcessDefinitionId()));
    context
        .getHistoricProcessInstanceManager()
        .addRemovalTimeToProcessInstancesByRootProcessInstanceId(root.getId(), removal);
    if (context.getProcessEngineConfiguration().isDmnEnabled()) {
      context
          .getHistoricDecisionInstanceManager()
          .addRemovalTimeToDecisionsByRootProcessInstanceId(root.getId(), removal);
    }
  }
}
