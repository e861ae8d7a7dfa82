package io.flowmaster.documents.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks for documents to be read and for bytes to be forgotten, in the transaction that needs it.
 */
@Component
class ReadingTurns {
  static final String READ = "document-read";
  private final ObjectProvider<Scheduler> scheduler;
  private final JdbcDocumentStore store;
  private final DocumentStorage storage;

  /**
   * @param scheduler late, because it is made of the tasks that ask for turns
   */
  ReadingTurns(
      ObjectProvider<Scheduler> scheduler, JdbcDocumentStore store, DocumentStorage storage) {
    this.scheduler = scheduler;
    this.store = store;
    this.storage = storage;
  }

  /** Right after the commit this node looks for it. */
  void ask(TenantId tenant, String document, Instant now) {
    scheduler.getObject().schedule(new TaskInstance<>(READ, tenant + "/" + document), now);
    afterwards(() -> scheduler.getObject().triggerCheckForDueExecutions());
  }

  /** Bytes go when no document has them any more, and only when that is certain. */
  void forgetAfterwards(TenantId tenant, String sha256) {
    afterwards(
        () -> {
          if (store.holding(tenant, sha256) == 0) {
            storage.forget(tenant, sha256);
          }
        });
  }

  private static void afterwards(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
