package io.flowmaster.bulk;

/** A bulk action that can be taken back. */
public interface UndoableBulkAction extends BulkAction {

  /**
   * Takes back what {@link #perform} did to an item; called only for items that are {@code DONE}.
   *
   * @param work with the memory that {@link BulkOutcome.Done} left
   */
  BulkOutcome undo(BulkWork work);
}
