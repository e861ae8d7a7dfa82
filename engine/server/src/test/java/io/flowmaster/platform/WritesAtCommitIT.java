package io.flowmaster.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.sql.Types;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class WritesAtCommitIT {
  private final WritesAtCommit writes;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final String table = Names.unique("put_off").replace('-', '_');
  private final String insert = "insert into " + table + " (id, note) values (?, ?)";
  private final String delete = "delete from " + table + " where id = ?";

  WritesAtCommitIT(WritesAtCommit writes, JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.writes = writes;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @BeforeEach
  void make() {
    jdbc.execute("create table " + table + " (id integer primary key, note varchar(5))");
  }

  @AfterEach
  void drop() {
    jdbc.execute("drop table " + table);
  }

  @Test
  void whatIsPutOffIsSeenOnlyAfterwardsAndInItsOrder() {
    transaction.executeWithoutResult(
        status -> {
          writes.add(insert, 1, "one");
          writes.add(delete, 1);
          writes.add(insert, 1, "two");
          writes.add("update " + table + " set note = ? where id = ?", "three", 1);
          writes.add(insert, 2, new SqlParameterValue(Types.VARCHAR, null));
          assertThat(notes()).isEmpty();
        });
    assertThat(notes()).containsExactly("three", null);
  }

  @Test
  void manyRowsAndManyStatementsAllArrive() {
    transaction.executeWithoutResult(
        status -> {
          for (int i = 0; i < 50; i++) {
            writes.add(insert, i, "many");
          }
          for (int i = 0; i < 50; i++) {
            writes.add(delete, i);
            writes.add(insert, i, "again");
          }
        });
    assertThat(notes()).hasSize(50).containsOnly("again");
  }

  @Test
  void withoutATransactionItIsWrittenAtOnce() {
    writes.add(insert, 1, "now");
    assertThat(notes()).containsExactly("now");
  }

  @Test
  void oneThatFailsUndoesTheWholeTransaction() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      jdbc.update(insert, 1, "first");
                      writes.add(insert, 2, "good");
                      writes.add(insert, 1, "twice");
                      writes.add(insert, 3, "good");
                    }))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(notes()).isEmpty();
  }

  @Test
  void oneOfManyThatFailsDoesSo() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        IntStream.range(0, 20)
                            .forEach(i -> writes.add(insert, i, i == 13 ? "too long" : "short"))))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(notes()).isEmpty();
  }

  @Test
  void whatIsRolledBackIsNotWritten() {
    transaction.executeWithoutResult(
        status -> {
          writes.add(insert, 1, "never");
          status.setRollbackOnly();
        });
    assertThat(notes()).isEmpty();
  }

  private List<String> notes() {
    return jdbc.queryForList("select note from " + table + " order by id", String.class);
  }
}
