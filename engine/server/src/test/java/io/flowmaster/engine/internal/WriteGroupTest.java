package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class WriteGroupTest {
  private static final String INSERT = "insert into ACT_HI_A ( ID_, B_ ) values ( ?, ? )";
  private static final String UPDATE = "update ACT_RU_B set REV_ = ? where ID_ = ?";
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

    assertThat(WriteGroup.failed(groups, about("act_ru_c"))).isEqualTo(2);
    assertThat(WriteGroup.failed(groups, about("act_other"))).isZero();
    assertThat(WriteGroup.failed(groups, new SQLException("connection lost"))).isZero();
  }

  private static PSQLException about(String table) {
    return new PSQLException(
        new ServerErrorMessage("SERROR\0C23503\0Mviolates\0t" + table + "\0\0"));
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
