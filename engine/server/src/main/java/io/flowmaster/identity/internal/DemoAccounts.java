package io.flowmaster.identity.internal;

import static io.flowmaster.platform.Roles.ADMIN;
import static io.flowmaster.platform.Roles.ALL;
import static io.flowmaster.platform.Roles.DESIGNER;
import static io.flowmaster.platform.Roles.DEVELOPER;
import static io.flowmaster.platform.Roles.EMPLOYEE;
import static io.flowmaster.platform.Roles.MANAGER;
import static io.flowmaster.platform.Roles.WORKER;

import io.flowmaster.identity.internal.JdbcAccountStore.NewClient;
import io.flowmaster.identity.internal.JdbcAccountStore.NewUser;
import java.util.Collection;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two tenants with users whose password everybody knows; only in the profile {@code demo}. It runs
 * before the server listens and does nothing when they are there.
 */
@Component
@Profile("demo")
class DemoAccounts implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
  private static final String PASSWORD = "flowmaster";

  /** Marks a database as a demo's; it is no possible id. */
  static final String MARK = "*demo*";

  private final JdbcAccountStore store;
  private final PasswordEncoder passwords;
  private final TransactionTemplate transaction;

  DemoAccounts(JdbcAccountStore store, PasswordEncoder passwords, TransactionTemplate transaction) {
    this.store = store;
    this.passwords = passwords;
    this.transaction = transaction;
  }

  @Override
  public void afterPropertiesSet() {
    if (!store.nameTaken(MARK)) {
      if (store.anybody()) {
        throw new IllegalStateException(
            "This database belongs to real users: the profile 'demo' would let everybody in."
                + " Start without it, or with another database.");
      }
      // One hash for all: it is slow on purpose, and the start is not to be.
      String hash = passwords.encode(PASSWORD);
      transaction.executeWithoutResult(status -> create(hash));
    }
    LOG.warn(
        """

        **********************************************************************
        *  DEMO ACCOUNTS ARE IN USE: everybody knows their passwords.        *
        *  Never run the profile 'demo' where others can reach it.           *
        **********************************************************************""");
  }

  private void create(String hash) {
    store.insertName(MARK);
    store.insertTenant("demo", "Demo");
    store.insertTenant("other", "Other");
    store.insertGroup("demo", "staff", "Staff");
    store.insertGroup("demo", "managers", "Managers");
    user("demo", "admin", "Ada Admin", ALL, hash);
    user("demo", "designer", "Dana Designer", Set.of(DESIGNER, EMPLOYEE), hash);
    user("demo", "employee", "Eve Employee", Set.of(EMPLOYEE), hash);
    user("demo", "employee2", "Emil Employee", Set.of(EMPLOYEE), hash);
    user("demo", "manager", "Mara Manager", Set.of(MANAGER, EMPLOYEE), hash);
    user("demo", "developer", "Devin Developer", Set.of(DEVELOPER, DESIGNER, EMPLOYEE), hash);
    user("other", "other-admin", "Otto Other", ALL, hash);
    store.insertGroupMember("demo", "staff", "employee");
    store.insertGroupMember("demo", "staff", "employee2");
    store.insertGroupMember("demo", "managers", "manager");
    store.insertClient(
        new NewClient(
            "demo-worker", "demo", "Demo worker", "worker", Set.of(WORKER), hash, "system"));
  }

  private void user(String tenant, String id, String name, Collection<String> roles, String hash) {
    boolean platform = tenant.equals("demo") && roles.contains(ADMIN);
    String email = id + "@" + tenant + ".example";
    store.insertUser(new NewUser(id, name, email, hash, false, platform));
    store.insertMembership(tenant, id, roles);
  }
}
