package io.flowmaster.identity.internal;

import io.flowmaster.platform.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person's account. The membership in the tenant goes; the account goes too unless another tenant
 * shares it. Its id is kept as a hash, so that nobody else is ever given it.
 */
@Component
class AccountPersons implements PersonalData {
  private final JdbcClient jdbc;
  private final JdbcUserQueries users;
  private final JdbcAccountStore store;
  private final JdbcSessions sessions;

  AccountPersons(
      JdbcClient jdbc, JdbcUserQueries users, JdbcAccountStore store, JdbcSessions sessions) {
    this.jdbc = jdbc;
    this.users = users;
    this.store = store;
    this.sessions = sessions;
  }

  @Override
  public String area() {
    return "identity";
  }

  @Override
  public List<String> hindrances(Person person) {
    boolean member = users.find(person.tenant(), person.id()).isPresent();
    boolean administrator =
        member && users.find(person.tenant(), person.id()).orElseThrow().roles().contains("admin");
    return administrator && users.otherAdministrators(person.tenant(), person.id()) == 0
        ? List.of(
            person.id() + " is the last administrator. Make somebody else one before erasing.")
        : List.of();
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = new LinkedHashMap<>();
    sessions.endAll(person.id().value());
    put(changed, "sessions", delete("identity_session where principal = :person", person));
    put(
        changed,
        "API keys",
        delete("identity_api_key where owner = :person and tenant = :tenant", person));
    rename(changed, "identity_api_key.created_by", person, pseudonym);
    rename(changed, "identity_client.created_by", person, pseudonym);
    delete("identity_group_member where user_id = :person and tenant = :tenant", person);
    put(
        changed,
        "memberships",
        delete("identity_membership where user_id = :person and tenant = :tenant", person));
    put(
        changed,
        "failed logins",
        delete("identity_login_failure where username = :person", person));
    if (users.shared(person.tenant(), person.id())) {
      return new Erased(
          changed, List.of("The account itself: another tenant or the platform shares it."));
    }
    put(
        changed,
        "logins at other providers",
        delete("identity_external_login where user_id = :person", person));
    if (delete("identity_user where id = :person", person) > 0) {
      put(changed, "accounts", 1);
      delete("identity_name where id = :person", person);
      store.keepTaken(person.id().value());
    }
    return new Erased(
        changed, List.of("A hash of the id, so that nobody else is ever given the same id."));
  }

  private void rename(
      Map<String, Integer> changed, String column, Person person, String pseudonym) {
    int dot = column.indexOf('.');
    put(
        changed,
        column,
        jdbc.sql(
                "update %s set %s = :pseudonym where tenant = :tenant and %s = :person"
                    .formatted(
                        column.substring(0, dot),
                        column.substring(dot + 1),
                        column.substring(dot + 1)))
            .param("pseudonym", pseudonym)
            .param("tenant", person.tenant().value())
            .param("person", person.id().value())
            .update());
  }

  private int delete(String what, Person person) {
    var statement = jdbc.sql("delete from " + what).param("person", person.id().value());
    return (what.contains(":tenant")
            ? statement.param("tenant", person.tenant().value())
            : statement)
        .update();
  }

  private static void put(Map<String, Integer> changed, String what, int count) {
    if (count > 0) {
      changed.put(what, count);
    }
  }
}
