package io.flowmaster.events;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Problem;

/** Records of Kafka topics that the current tenant could not take in. */
public interface DeadRecords {

  /** The oldest first. */
  Page<DeadRecord> search(PageQuery page);

  /**
   * Takes one in now, as if it had just been read; it is no dead record any more.
   *
   * @throws DeadRecordNotFound when it is not there, or another tenant's
   * @throws Problem when it still cannot be taken in; it stays, with this as its reason
   */
  void redeliver(String id);

  /** Takes the oldest in, at most 200; answers how many could be. */
  int redeliver();
}
