package io.flowmaster.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {
  private static final Pattern PRINTED = Pattern.compile("with the password  (\\S+)");
  private final DataSource database =
      new DriverManagerDataSource(
          "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  private final JdbcAccountStore store =
      new JdbcAccountStore(JdbcClient.create(database), Clock.systemUTC());
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final PasswordEncoder passwords = new PasswordConfiguration().passwordEncoder();

  @BeforeEach
  void migrate() {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/identity")
        .load()
        .migrate();
  }

  @Test
  void theFirstStartPrintsAPasswordOnceThatMustBeChanged(CapturedOutput output) {
    start();
    Matcher printed = PRINTED.matcher(output);
    assertThat(printed.find()).isTrue();
    var admin = new JdbcAccounts(JdbcClient.create(database)).find("admin").orElseThrow();
    assertThat(passwords.matches(printed.group(1), admin.passwordHash())).isTrue();
    assertThat(admin.passwordExpired()).isTrue();
    assertThat(admin.account().platformAdmin()).isTrue();
    assertThat(admin.account().tenants()).containsExactly("default");

    start();
    assertThat(printed.find()).isFalse();
    assertThat(PRINTED.matcher(output).results()).hasSize(1);
  }

  @Test
  void demoAccountsAndRealUsersNeverShareADatabase() {
    startDemo();
    startDemo();
    assertThatThrownBy(this::start).hasMessageContaining("demo accounts");
  }

  @Test
  void theDemoNeverOpensADatabaseOfRealUsers() {
    start();
    assertThatThrownBy(this::startDemo).hasMessageContaining("real users");
  }

  @Test
  void comparingWithNobodysHashTakesAsLongAsWithARealOne() {
    assertThat(passwords.upgradeEncoding(PasswordCheck.NOBODYS_HASH)).isFalse();
    assertThat(passwords.encode("x")).startsWith(PasswordCheck.NOBODYS_HASH.substring(0, 15));
  }

  private void start() {
    new FirstAdministrator(store, passwords, transaction).afterPropertiesSet();
  }

  private void startDemo() {
    new DemoAccounts(store, passwords, transaction).afterPropertiesSet();
  }
}
