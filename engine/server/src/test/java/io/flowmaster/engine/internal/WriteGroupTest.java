package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class WriteGroupTest {
  private static final String INSERT = "insert into ACT_HI_A ( ID_, B_ ) values ( ?, ? )";
  private static final String UPDATE = "update ACT_RU_B set REV_ = ? where ID_ = ?";
  private static final String OTHER_DELETE = "delete from ACT_RU_D where ID_ = ?";
  private static final String DELETE = "delete from ACT_RU_C where ID_ = ? and REV_ = ?";

  @Test
  void statementsStandBehindEachOtherInTheirOrder() throws SQLException {
    List<WriteGroup> groups = groups(INSERT, UPDATE, UPDATE, DELETE, INSERT);

    assertThat(groups).extracting(group -> group.rows().size()).containsExactly(1, 2, 1, 1);
    assertThat(WriteGroup.text(groups))
        .isEqualTo(String.join(";", INSERT, UPDATE, UPDATE, DELETE, INSERT));
  }

  @Test
  void anInsertThatCalculatesIsRepeated() throws SQLException {
    String selecting = "insert into ACT_X (A_, B_) select ?, max(B_) from ACT_X";
    String nested = "insert into ACT_X (A_, B_) values (?, coalesce(?, 0))";

    assertThat(groups(selecting, selecting, nested, nested))
        .extracting(WriteGroup::statements)
        .containsExactly(2, 2);
  }

  @Test
  void theTableThatTheDatabaseNamesTellsWhatFailed() throws SQLException {
    List<WriteGroup> groups = groups(INSERT, UPDATE, DELETE);

    assertThat(failed(groups, about("23505", "act_ru_b"))).isEqualTo(1);
    assertThat(failed(groups, about("23505", "act_other"))).isZero();
    assertThat(failed(groups, new SQLException("connection lost"))).isZero();
  }

  @Test
  void whatIsStillReferredToByRowsToBeDeletedIsALostRace() throws SQLException {
    BatchExecutorException failure =
        WriteFailure.of(groups(INSERT, DELETE, OTHER_DELETE), about("23503", "act_ru_c"));

    assertThat(failure.getSuccessfulBatchResults())
        .extracting(result -> result.getUpdateCounts()[0])
        .containsExactly(1, 0);
  }

  private static int failed(List<WriteGroup> groups, SQLException e) {
    return WriteFailure.of(groups, e).getSuccessfulBatchResults().size();
  }

  private static PSQLException about(String state, String table) {
    return new PSQLException(
        new ServerErrorMessage("SERROR\0C" + state + "\0Mviolates\0t" + table + "\0\0"));
  }

  private static List<WriteGroup> groups(String... sql) throws SQLException {
    Configuration mappings = new Configuration();
    MappedStatement any =
        new MappedStatement.Builder(mappings, "any", parameter -> null, SqlCommandType.UPDATE)
            .build();
    return WriteGroup.of(
        Stream.of(sql)
            .map(one -> new WrittenRow(any, one, "parameter", new RecordedParameters()))
            .toList(),
        new ArrayInserts(),
        mock(Connection.class));
  }
}
