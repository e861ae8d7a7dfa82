package io.flowmaster.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An area's part in erasing a person's data (GDPR, article 17). Each area that keeps who did or has
 * something provides one as a bean and answers for its own tables.
 */
public interface PersonalData {

  /** The area's word. */
  String area();

  /** Why the person can't be erased now, in sentences that say what to do; empty when nothing. */
  default List<String> hindrances(Person person) {
    return List.of();
  }

  /**
   * Puts the pseudonym in the person's place, or deletes what is about nobody else; in the caller's
   * transaction.
   */
  Erased erase(Person person, String pseudonym);

  /**
   * Who is to be forgotten.
   *
   * @param tenant the tenant in which; other tenants' data stays
   * @param id the user's id, which stands wherever the person did something
   * @param name the name to show; null when unknown
   * @param email null when unknown
   * @param variables names of variables that hold personal data: those of cases about the person
   *     that have ended go, too
   */
  record Person(
      TenantId tenant,
      UserId id,
      @Nullable String name,
      @Nullable String email,
      Set<String> variables) {

    public Person {
      variables = Set.copyOf(variables);
    }

    /** No variables are named. */
    public Person(TenantId tenant, UserId id, @Nullable String name, @Nullable String email) {
      this(tenant, id, name, email, Set.of());
    }

    /** The same with variables. */
    public Person with(Set<String> names) {
      return new Person(tenant, id, name, email, names);
    }
  }

  /**
   * What an area did.
   *
   * @param changed how many entries, by what they are
   * @param kept what stays and why, in sentences
   */
  record Erased(Map<String, Integer> changed, List<String> kept) {}
}
