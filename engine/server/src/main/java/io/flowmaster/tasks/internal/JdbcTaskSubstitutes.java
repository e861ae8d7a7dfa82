package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.Revision;
import io.flowmaster.tasks.InvalidSubstitute;
import io.flowmaster.tasks.NewSubstitution;
import io.flowmaster.tasks.SubstituteChanged;
import io.flowmaster.tasks.SubstituteNamed;
import io.flowmaster.tasks.SubstituteNotFound;
import io.flowmaster.tasks.SubstituteRemoved;
import io.flowmaster.tasks.Substitution;
import io.flowmaster.tasks.TaskNotYours;
import io.flowmaster.tasks.TaskSubstitutes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Substitutions of the current tenant, and who may name them. */
@Component
class JdbcTaskSubstitutes implements TaskSubstitutes {
  private final JdbcSubstitutions store;
  private final TaskPeople people;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcTaskSubstitutes(
      JdbcSubstitutions store,
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
  public Page<Substitution> search(
      @Nullable String person,
      @Nullable String substitute,
      @Nullable Boolean active,
      PageQuery page) {
    Actor me = current.get();
    String party = TaskAccess.seesAll(me) ? null : me.id().value();
    String before = page.cursor() == null ? null : page.cursor().string(0);
    Long total = page.count() ? store.count(wanted(party, person, substitute, active, null)) : null;
    return Page.of(
        store.page(wanted(party, person, substitute, active, before), page.limit() + 1),
        page,
        row -> List.of(row.id()),
        total);
  }

  private JdbcSubstitutions.Wanted wanted(
      @Nullable String party,
      @Nullable String person,
      @Nullable String substitute,
      @Nullable Boolean active,
      @Nullable String before) {
    return new JdbcSubstitutions.Wanted(
        current.tenant(), party, person, substitute, active, before);
  }

  @Override
  public Substitution get(String id) {
    return store
        .find(current.tenant(), id)
        .filter(this::sees)
        .orElseThrow(() -> new SubstituteNotFound(id));
  }

  @Override
  @Transactional
  public Substitution create(NewSubstitution wanted) {
    String me = current.get().id().value();
    String person = wanted.person() == null ? me : wanted.person();
    requireRight(person);
    Instant now = clock.instant();
    Substitution made = checked(Ids.next(), person, wanted, me, now);
    store.insert(current.tenant(), made);
    events.publishEvent(
        new SubstituteNamed(
            current.tenant(),
            made.id(),
            person,
            made.substitute(),
            made.from(),
            made.until(),
            made.processKeys(),
            now));
    return get(made.id());
  }

  @Override
  @Transactional
  public Substitution change(String id, NewSubstitution wanted, @Nullable String ifMatch) {
    Substitution old = locked(id);
    requireRight(old.person());
    old.revision().requireMatch(ifMatch);
    if (wanted.person() != null && !wanted.person().equals(old.person())) {
      throw new InvalidSubstitute(
          List.of(new FieldError("/person", "The person stays. Make another substitution.")));
    }
    Substitution changed = checked(id, old.person(), wanted, old.createdBy(), old.createdAt());
    store.update(current.tenant(), changed);
    events.publishEvent(
        new SubstituteChanged(
            current.tenant(),
            id,
            changed.person(),
            changed.substitute(),
            changed.from(),
            changed.until(),
            changed.processKeys(),
            new SubstituteChanged.Terms(
                old.substitute(), old.from(), old.until(), old.processKeys()),
            clock.instant()));
    return get(id);
  }

  @Override
  @Transactional
  public void remove(String id) {
    Substitution old = locked(id);
    store.delete(current.tenant(), id);
    events.publishEvent(
        new SubstituteRemoved(
            current.tenant(),
            id,
            old.person(),
            old.substitute(),
            old.from(),
            old.until(),
            old.processKeys(),
            clock.instant()));
  }

  private Substitution locked(String id) {
    return store
        .lock(current.tenant(), id)
        .filter(this::sees)
        .orElseThrow(() -> new SubstituteNotFound(id));
  }

  private boolean sees(Substitution row) {
    String me = current.get().id().value();
    return TaskAccess.seesAll(current.get())
        || me.equals(row.person())
        || me.equals(row.substitute());
  }

  private void requireRight(String person) {
    Actor me = current.get();
    if (!person.equals(me.id().value()) && !TaskAccess.seesAll(me)) {
      throw new TaskNotYours("Only managers and administrators name substitutes of others.");
    }
  }

  private Substitution checked(
      String id, String person, NewSubstitution wanted, String by, Instant at) {
    people.requireUser("/person", person);
    people.requireUser("/substitute", wanted.substitute());
    List<FieldError> errors = new ArrayList<>();
    if (person.equals(wanted.substitute())) {
      errors.add(new FieldError("/substitute", "Nobody stands in for oneself."));
    }
    if (!wanted.from().isBefore(wanted.until())) {
      errors.add(new FieldError("/until", "It ends after it begins."));
    } else if (!wanted.until().isAfter(clock.instant())) {
      errors.add(new FieldError("/until", "It is over already."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidSubstitute(errors);
    }
    List<String> keys = wanted.processKeys().stream().distinct().toList();
    return new Substitution(
        id,
        person,
        wanted.substitute(),
        wanted.from(),
        wanted.until(),
        keys,
        false,
        by,
        at,
        new Revision(0));
  }
}
