package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.CollectionNotFound;
import io.flowmaster.knowledge.internal.JdbcCollectionStore.Rule;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which collections the current actor may read, by the rules of this moment. */
@Component
class Readers {
  private final JdbcCollectionStore store;
  private final CurrentActor current;

  Readers(JdbcCollectionStore store, CurrentActor current) {
    this.store = store;
    this.current = current;
  }

  List<String> readable() {
    return rules().stream().map(Rule::id).toList();
  }

  private List<Rule> rules() {
    Actor actor = current.get();
    List<Rule> all = store.rules(actor.tenant());
    return isAdministrator()
        ? all
        : all.stream().filter(rule -> rule.access().allows(actor)).toList();
  }

  boolean isAdministrator() {
    Actor actor = current.get();
    return actor.has(Roles.ADMIN) || actor.kind() == Actor.Kind.SYSTEM;
  }

  /**
   * Those that are named, or all.
   *
   * @param named ids or names
   * @throws CollectionNotFound when one of them is not there or not for the actor
   */
  Set<String> narrowed(List<String> named) {
    List<Rule> rules = rules();
    Set<String> ids = new LinkedHashSet<>();
    if (named.isEmpty()) {
      rules.forEach(rule -> ids.add(rule.id()));
    }
    named.forEach(each -> ids.add(find(rules, each)));
    return ids;
  }

  /** The id of a collection that the actor may read. */
  String require(String idOrName) {
    return find(rules(), idOrName);
  }

  private static String find(List<Rule> rules, String idOrName) {
    return rules.stream()
        .filter(rule -> rule.id().equals(idOrName) || rule.name().equals(idOrName))
        .findFirst()
        .orElseThrow(() -> new CollectionNotFound(idOrName))
        .id();
  }
}
