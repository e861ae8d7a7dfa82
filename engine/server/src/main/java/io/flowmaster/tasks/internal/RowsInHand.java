package io.flowmaster.tasks.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows of the inbox that the current transaction has read or written, so that it need not read them
 * again. A row that was only read can have been changed by others since: whoever writes it names
 * the revision that was read.
 */
@Component
class RowsInHand {

  /** One row of the transaction; what is asked of it after the transaction still holds. */
  static final class InHand {
    private TaskRow row;
    private boolean written;

    private InHand(TaskRow row) {
      this.row = row;
    }

    TaskRow row() {
      return row;
    }

    /** The row as the transaction wrote it; null when it did not. */
    @Nullable TaskRow written() {
      return written ? row : null;
    }
  }

  InHand read(TaskRow row) {
    InHand kept = new InHand(row);
    rows().kept.put(row.id(), kept);
    return kept;
  }

  void wrote(TaskRow row) {
    InHand kept = kept(row.id());
    if (kept != null) {
      kept.row = row;
      kept.written = true;
    }
  }

  /** What only the platform knows was changed in the row. */
  void amended(TaskRow row) {
    InHand kept = kept(row.id());
    if (kept != null) {
      kept.row = row;
    }
  }

  @Nullable TaskRow find(String id) {
    InHand kept = kept(id);
    return kept == null ? null : kept.row;
  }

  private @Nullable InHand kept(String id) {
    Rows rows = (Rows) TransactionSynchronizationManager.getResource(this);
    return rows == null ? null : rows.kept.get(id);
  }

  private Rows rows() {
    Rows rows = (Rows) TransactionSynchronizationManager.getResource(this);
    if (rows == null) {
      rows = new Rows();
      TransactionSynchronizationManager.bindResource(this, rows);
      TransactionSynchronizationManager.registerSynchronization(rows);
    }
    return rows;
  }

  private final class Rows implements TransactionSynchronization {
    private final Map<String, InHand> kept = new HashMap<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(RowsInHand.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(RowsInHand.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(RowsInHand.this);
    }
  }
}
