package io.flowmaster.identity.internal;

import io.flowmaster.identity.internal.JdbcAccountStore.NewUser;
import io.flowmaster.platform.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On an empty database: the tenant {@code default} and the user {@code admin}, whose password is
 * printed this once and is good for a change only.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String TENANT = "default";
  private static final String ADMIN = "admin";
  private static final int LENGTH = 20;
  private final JdbcAccountStore store;
  private final PasswordEncoder passwords;
  private final TransactionTemplate transaction;

  FirstAdministrator(
      JdbcAccountStore store, PasswordEncoder passwords, TransactionTemplate transaction) {
    this.store = store;
    this.passwords = passwords;
    this.transaction = transaction;
  }

  @Override
  public void afterPropertiesSet() {
    if (store.nameTaken(DemoAccounts.MARK)) {
      throw new IllegalStateException(
          "This database holds the demo accounts, whose passwords everybody knows."
              + " Start with the profile 'demo', or with another database.");
    }
    if (store.anybody()) {
      return;
    }
    String password = TokenHash.newToken().substring(0, LENGTH);
    String hash = passwords.encode(password);
    try {
      transaction.executeWithoutResult(status -> create(hash));
    } catch (DuplicateKeyException e) {
      // Another node that was started at the same time has made and printed it.
      return;
    }
    LOG.warn(
        """

        **********************************************************************
          First start: log in as '{}' with the password  {}
          It is not shown again and must be changed first: PUT /auth/password
          or the page /login.
        **********************************************************************""",
        ADMIN,
        password);
  }

  private void create(String hash) {
    store.insertTenant(TENANT, "Default");
    store.insertUser(new NewUser(ADMIN, "Administrator", null, hash, true, true));
    store.insertMembership(TENANT, ADMIN, Roles.ALL);
  }
}
