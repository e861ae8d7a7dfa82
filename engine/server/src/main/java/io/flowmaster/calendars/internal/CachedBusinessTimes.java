package io.flowmaster.calendars.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.calendars.BusinessCalendar;
import io.flowmaster.calendars.BusinessTime;
import io.flowmaster.calendars.BusinessTimes;
import io.flowmaster.calendars.CalendarChanged;
import io.flowmaster.calendars.CalendarCreated;
import io.flowmaster.calendars.CalendarDeleted;
import io.flowmaster.calendars.WorkingHours;
import io.flowmaster.platform.TenantId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Working times are asked for with each task that has a due date in working time, so they are kept
 * for some seconds.
 */
@Component
class CachedBusinessTimes implements BusinessTimes {
  private static final Logger LOG = LoggerFactory.getLogger(CachedBusinessTimes.class);
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final BusinessTime ALWAYS = BusinessTime.always();
  private static final BusinessTime USUAL =
      new BusinessTime(
          ZoneOffset.UTC,
          List.of(
              new WorkingHours(
                  List.of(
                      DayOfWeek.MONDAY,
                      DayOfWeek.TUESDAY,
                      DayOfWeek.WEDNESDAY,
                      DayOfWeek.THURSDAY,
                      DayOfWeek.FRIDAY),
                  "09:00",
                  "17:00")),
          List.of());
  private final JdbcCalendarStore store;
  private final Cache<Key, BusinessTime> times =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

  /** An empty calendar is the default. */
  private record Key(TenantId tenant, String calendar) {}

  CachedBusinessTimes(JdbcCalendarStore store) {
    this.store = store;
  }

  @Override
  public BusinessTime of(TenantId tenant, @Nullable String calendar) {
    return BusinessCalendar.ALWAYS.equals(calendar)
        ? ALWAYS
        : times.get(new Key(tenant, calendar == null ? "" : calendar), this::load);
  }

  private BusinessTime load(Key key) {
    Optional<BusinessCalendar> named =
        key.calendar().isEmpty() ? Optional.empty() : store.find(key.tenant(), key.calendar());
    if (named.isEmpty() && !key.calendar().isEmpty()) {
      LOG.warn("tenant {} has no calendar {}: its default counts", key.tenant(), key.calendar());
    }
    return named
        .or(() -> store.findDefault(key.tenant()))
        .map(each -> new BusinessTime(ZoneId.of(each.timeZone()), each.hours(), each.holidays()))
        .orElse(USUAL);
  }

  @Override
  public boolean exists(TenantId tenant, String calendar) {
    return calendar.equals(BusinessCalendar.ALWAYS) || store.find(tenant, calendar).isPresent();
  }

  @TransactionalEventListener(
      phase = TransactionPhase.AFTER_COMMIT,
      classes = {CalendarCreated.class, CalendarChanged.class, CalendarDeleted.class},
      fallbackExecution = true)
  void forget() {
    times.invalidateAll();
  }
}
