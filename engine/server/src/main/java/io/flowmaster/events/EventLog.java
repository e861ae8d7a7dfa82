package io.flowmaster.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;

/**
 * Everything that happened, in one order: whoever reads on from where it stopped misses nothing. An
 * event is there moments after the commit of the transaction that caused it.
 */
public interface EventLog {

  /** The place of the newest event; 0 when there never was one. */
  long head();

  /**
   * The events that follow a place, of all tenants: for the platform itself.
   *
   * @param limit at most 1000
   */
  List<LoggedEvent> after(long seq, int limit);

  /** The events of the current tenant that a search finds, in their order. */
  Page<LoggedEvent> replay(EventSearch search, PageQuery page);

  /** An event as CloudEvents 1.0 writes it in JSON (structured mode). */
  ObjectNode structured(LoggedEvent event);
}
