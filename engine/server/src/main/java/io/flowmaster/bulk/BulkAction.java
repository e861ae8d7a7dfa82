package io.flowmaster.bulk;

import java.util.Set;

/**
 * Something that can be done to many things; an area offers each as a bean. It is called once for
 * each item, in a transaction of the item's own, as the actor who asked for the job: the area's own
 * checks of tenant and rights hold as in a request. What it throws is the item's failure and rolls
 * back nothing but the item.
 */
public interface BulkAction {

  /** Its name, stable since it is stored: the area and the action, as {@code executions.pause}. */
  String name();

  /** Roles one of which the actor needs, when asking and still when an item's turn comes. */
  Set<String> roles();

  /** Does it to one item. */
  BulkOutcome perform(BulkWork work);
}
