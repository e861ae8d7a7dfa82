package io.flowmaster.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.identity.Account;
import io.flowmaster.identity.internal.IdentityProperties.Provider;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose account a person of another provider uses. */
@PlatformTest
class ExternalAccountsIT {
  private static final String ISSUER = "https://idp.example";
  private final ExternalAccounts accounts;
  private final JdbcClient jdbc;
  private final Caller admin;

  ExternalAccountsIT(ExternalAccounts accounts, JdbcClient jdbc, Api api) {
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.admin = api.admin();
  }

  @Test
  void withoutRolesNobodyGetsAnAccount() {
    assertThat(accounts.enter(person("nobody", null), provider("demo"))).isEmpty();
    assertThat(accounts.enter(person("nobody", null), provider("no-such-tenant", "employee")))
        .isEmpty();
  }

  @Test
  void aDisabledAccountIsNotOpened() {
    ExternalPerson person = person(Names.unique("left"), null);
    Account made = accounts.enter(person, provider("demo", "employee")).orElseThrow();
    jdbc.sql("update identity_membership set enabled = false where user_id = :user")
        .param("user", made.id().value())
        .update();
    assertThat(accounts.enter(person, provider("demo", "employee"))).isEmpty();
  }

  @Test
  void twoAccountsOfOneAddressAreNeitherOpened() {
    String email = Names.unique("shared") + "@example.org";
    user(email);
    user(email);
    assertThat(accounts.enter(person("x", email), provider("demo"))).isEmpty();
  }

  @Test
  void anotherTenantsAccountIsNotFoundByItsAddress() {
    String email = Names.unique("ours") + "@example.org";
    String id = user(email);
    assertThat(accounts.enter(person("x", email), provider("other"))).isEmpty();
    Optional<Account> found = accounts.enter(person("x", email), provider("demo"));
    assertThat(found).map(account -> account.id().value()).contains(id);
  }

  @Test
  void anIdThatIsNoneIsMadeOne() {
    assertThat(made("Øla Nordmann (ext)")).startsWith("la-nordmann-ext-");
    assertThat(made("system")).startsWith("system-");
    assertThat(made("***")).startsWith("user");
    assertThat(made("a".repeat(300))).hasSizeLessThanOrEqualTo(64);
  }

  private String made(String wish) {
    return accounts
        .enter(person(wish, null), provider("demo", "employee"))
        .orElseThrow()
        .id()
        .value();
  }

  private String user(String email) {
    String id = Names.unique("user");
    admin
        .post("/users", Map.of("id", id, "name", "U", "email", email, "roles", List.of("employee")))
        .expect(201);
    return id;
  }

  private static ExternalPerson person(String wish, @Nullable String email) {
    return new ExternalPerson(ISSUER, Names.unique("subject"), wish, "A Person", email);
  }

  private static Provider provider(String tenant, String... roles) {
    return new Provider(ISSUER, "", "id", null, List.of("openid"), tenant, Set.of(roles));
  }
}
