package io.flowmaster.calendars;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** The calendars of the current tenant. */
public interface BusinessCalendars {

  /** By id. */
  Page<BusinessCalendar> search(PageQuery page);

  /**
   * @throws CalendarNotFound when it is not there
   */
  BusinessCalendar get(String id);

  /**
   * @param id lower-case letters, digits and hyphens
   * @throws CalendarTaken when the tenant has such a calendar
   * @throws InvalidCalendar when nobody ever works by it, or its time zone is unknown
   */
  BusinessCalendar create(String id, CalendarDraft draft);

  /**
   * @param ifMatch the {@code ETag} of the read
   */
  BusinessCalendar change(String id, CalendarDraft draft, @Nullable String ifMatch);

  /**
   * Models that name it use the tenant's default from now on.
   *
   * @param ifMatch the {@code ETag} of the read; null when any version is meant
   */
  void delete(String id, @Nullable String ifMatch);
}
