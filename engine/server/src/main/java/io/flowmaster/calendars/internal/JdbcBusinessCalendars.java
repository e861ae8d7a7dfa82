package io.flowmaster.calendars.internal;

import io.flowmaster.calendars.BusinessCalendar;
import io.flowmaster.calendars.BusinessCalendars;
import io.flowmaster.calendars.CalendarChanged;
import io.flowmaster.calendars.CalendarCreated;
import io.flowmaster.calendars.CalendarDeleted;
import io.flowmaster.calendars.CalendarDraft;
import io.flowmaster.calendars.CalendarNotFound;
import io.flowmaster.calendars.CalendarTaken;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendars of the current tenant, from their table. */
@Component
class JdbcBusinessCalendars implements BusinessCalendars {
  private final JdbcCalendarStore store;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcBusinessCalendars(
      JdbcCalendarStore store,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<BusinessCalendar> search(PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), after, page.limit() + 1),
        page,
        calendar -> List.of(calendar.id()),
        page.count() ? store.count(tenant()) : null);
  }

  @Override
  public BusinessCalendar get(String id) {
    return store.find(tenant(), id).orElseThrow(() -> new CalendarNotFound(id));
  }

  @Override
  @Transactional
  public BusinessCalendar create(String id, CalendarDraft draft) {
    CalendarRules.requireId(id);
    CalendarRules.require(draft);
    if (store.find(tenant(), id).isPresent()) {
      throw new CalendarTaken(id);
    }
    soleDefault(id, draft);
    try {
      store.insert(tenant(), id, draft, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new CalendarTaken(id);
    }
    BusinessCalendar made = get(id);
    events.publishEvent(new CalendarCreated(tenant(), id, made, clock.instant()));
    return made;
  }

  @Override
  @Transactional
  public BusinessCalendar change(String id, CalendarDraft draft, @Nullable String ifMatch) {
    BusinessCalendar old = locked(id);
    old.revision().requireMatch(ifMatch);
    CalendarRules.require(draft);
    soleDefault(id, draft);
    store.update(tenant(), id, draft, clock.instant(), me());
    BusinessCalendar now = get(id);
    events.publishEvent(new CalendarChanged(tenant(), id, old, now, clock.instant()));
    return now;
  }

  @Override
  @Transactional
  public void delete(String id, @Nullable String ifMatch) {
    BusinessCalendar calendar = locked(id);
    if (ifMatch != null) {
      calendar.revision().requireMatch(ifMatch);
    }
    store.delete(tenant(), id);
    events.publishEvent(new CalendarDeleted(tenant(), id, calendar, clock.instant()));
  }

  private BusinessCalendar locked(String id) {
    return store.lock(tenant(), id).orElseThrow(() -> new CalendarNotFound(id));
  }

  private void soleDefault(String id, CalendarDraft draft) {
    if (draft.isDefault()) {
      store.noDefaultBut(tenant(), id);
    }
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
