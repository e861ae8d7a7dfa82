package io.flowmaster.tasks.internal;

import io.flowmaster.identity.UserDirectory;
import io.flowmaster.platform.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows for whom somebody stands in now. */
@Component
class StandIns {
  private final JdbcSubstitutions substitutions;
  private final UserDirectory directory;

  StandIns(JdbcSubstitutions substitutions, UserDirectory directory) {
    this.substitutions = substitutions;
    this.directory = directory;
  }

  /**
   * One index read for who stands in for nobody; a person who is not there (any more) has no
   * rights.
   */
  List<StandIn> of(Actor me) {
    return substitutions.activeOf(me.tenant(), me.id().value()).stream()
        .flatMap(each -> standIn(me, each).stream())
        .toList();
  }

  private Optional<StandIn> standIn(Actor me, JdbcSubstitutions.Active active) {
    return directory
        .find(me.tenant(), active.person())
        .map(
            person ->
                new StandIn(
                    new Actor(
                        me.tenant(),
                        person.id(),
                        person.name(),
                        Actor.Kind.PERSON,
                        Set.of(),
                        person.groups()),
                    active.processKeys()));
  }

  /**
   * In whose place the user may do what the own rights do not allow.
   *
   * @param right what is needed to do it
   */
  @Nullable StandIn fitting(Actor me, TaskRow row, BiPredicate<Actor, TaskRow> right) {
    return of(me).stream()
        .filter(each -> each.covers(row.task()) && right.test(each.rights(), row))
        .findFirst()
        .orElse(null);
  }
}
