package io.flowmaster.notifications.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.flowmaster.notifications.NotificationStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores messages and asks for their first turn, in the caller's transaction. */
@Component
class Outgoing {
  private final JdbcMessages messages;
  private final ObjectProvider<Scheduler> scheduler;

  Outgoing(JdbcMessages messages, ObjectProvider<Scheduler> scheduler) {
    this.messages = messages;
    this.scheduler = scheduler;
  }

  void add(MessageRow message) {
    messages.add(message);
    if (message.status() != NotificationStatus.QUEUED) {
      return;
    }
    scheduler
        .getObject()
        .schedule(new TaskInstance<>(DeliveryTasks.TASK, message.id()), message.createdAt());
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              scheduler.getObject().triggerCheckForDueExecutions();
            }
          });
    }
  }
}
