package io.flowmaster.calendars;

import io.flowmaster.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** Working time for whoever has to compute with it. */
public interface BusinessTimes {

  /**
   * The working time of a calendar. It never fails, so that no work fails for want of a calendar:
   * without the calendar of that name it is the tenant's default, and without a default Monday to
   * Friday, 9 to 17 o'clock in UTC. A change on another node is seen after some seconds.
   *
   * @param calendar {@code always} for round the clock; null for the tenant's default
   */
  BusinessTime of(TenantId tenant, @Nullable String calendar);

  /** Whether the tenant has a calendar of that name, or it is {@code always}. */
  boolean exists(TenantId tenant, String calendar);
}
