package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.Roles;
import io.flowmaster.tasks.FilterDeleted;
import io.flowmaster.tasks.FilterSaved;
import io.flowmaster.tasks.SavedFilter;
import io.flowmaster.tasks.SavedFilterNameTaken;
import io.flowmaster.tasks.SavedFilterNotFound;
import io.flowmaster.tasks.SavedFilterNotYours;
import io.flowmaster.tasks.SavedFilters;
import io.flowmaster.tasks.TooManySavedFilters;
import io.flowmaster.tasks.UnknownAssignee;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The saved filters of the current user, from their tables. */
@Component
class JdbcSavedFilters implements SavedFilters {
  private static final int MOST = 200;
  private final JdbcFilterStore store;
  private final TaskPeople people;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcSavedFilters(
      JdbcFilterStore store,
      TaskPeople people,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.people = people;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<SavedFilter> list(PageQuery page) {
    Actor me = current.get();
    return Page.of(
        store.page(
            me,
            page.cursor() == null ? null : page.cursor().string(0),
            page.cursor() == null ? null : page.cursor().string(1),
            page.limit() + 1),
        page,
        filter -> List.of(filter.name(), filter.id()),
        page.count() ? store.count(me) : null);
  }

  @Override
  public SavedFilter get(String id) {
    return store.find(current.get(), id).orElseThrow(() -> new SavedFilterNotFound(id));
  }

  @Override
  @Transactional
  public SavedFilter create(SavedFilter.Draft draft) {
    Actor me = current.get();
    require(me, draft.groups());
    if (store.countOf(me) >= MOST) {
      throw new TooManySavedFilters(MOST);
    }
    String id = Ids.next();
    unlessTaken(draft.name(), () -> store.insert(me, id, draft, clock.instant()));
    return saved(id, null);
  }

  @Override
  @Transactional
  public SavedFilter change(String id, SavedFilter.Draft draft, @Nullable String ifMatch) {
    Actor me = current.get();
    SavedFilter filter = locked(id);
    if (!filter.owner().equals(me.id())) {
      throw new SavedFilterNotYours();
    }
    filter.revision().requireMatch(ifMatch);
    require(me, draft.groups());
    unlessTaken(draft.name(), () -> store.update(me, id, draft, clock.instant()));
    return saved(id, filter);
  }

  @Override
  @Transactional
  public void delete(String id, @Nullable String ifMatch) {
    Actor me = current.get();
    SavedFilter filter = locked(id);
    if (!filter.owner().equals(me.id()) && !me.has(Roles.ADMIN)) {
      throw new SavedFilterNotYours();
    }
    if (ifMatch != null) {
      filter.revision().requireMatch(ifMatch);
    }
    store.delete(me, id);
    Instant now = clock.instant();
    events.publishEvent(FilterDeleted.of(me.tenant(), filter, now));
  }

  private SavedFilter locked(String id) {
    return store.lock(current.get(), id).orElseThrow(() -> new SavedFilterNotFound(id));
  }

  private SavedFilter saved(String id, @Nullable SavedFilter before) {
    SavedFilter now = get(id);
    events.publishEvent(FilterSaved.of(current.tenant(), before, now, clock.instant()));
    return now;
  }

  private static void unlessTaken(String name, Runnable write) {
    try {
      write.run();
    } catch (DuplicateKeyException taken) {
      throw new SavedFilterNameTaken(name);
    }
  }

  /** Nobody puts something into the sight of groups that have nothing to do with him. */
  private void require(Actor me, List<String> groups) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      if (!me.groups().contains(group) && !(TaskAccess.seesAll(me) && people.isGroup(group))) {
        errors.add(
            new FieldError("/groups/" + i, "There is no group " + group + " that you belong to."));
      }
    }
    if (!errors.isEmpty()) {
      throw new UnknownAssignee(errors);
    }
  }
}
