package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import org.junit.jupiter.api.Test;

class RecordedParametersTest {
  private static final Timestamp AT = Timestamp.valueOf("2026-11-28 10:00:00.123");
  private final RecordedParameters parameters = new RecordedParameters();
  private final PreparedStatement recorder = parameters.statement();

  @Test
  void plainValuesCanStandInArrays() throws SQLException {
    recorder.setString(1, "a");
    recorder.setNull(2, Types.VARCHAR);
    recorder.setInt(3, 7);
    recorder.setTimestamp(4, AT);

    assertThat(parameters.values()).containsExactly("a", null, 7, AT);
  }

  @Test
  void bytesCannotNorWhatIsSetOutOfOrder() throws SQLException {
    recorder.setBytes(1, new byte[] {1});
    assertThat(parameters.values()).isNull();

    RecordedParameters other = new RecordedParameters();
    other.statement().setString(2, "b");
    assertThat(other.values()).isNull();
  }

  @Test
  void theyAreSetBehindThoseOfOthers() throws SQLException {
    recorder.setString(1, "a");
    recorder.setLong(2, 8L);
    PreparedStatement real = mock(PreparedStatement.class);

    assertThat(parameters.replay(real, 5)).isEqualTo(7);

    verify(real).setString(6, "a");
    verify(real).setLong(7, 8L);
  }

  @Test
  void nothingButParametersCanBeSet() {
    assertThatThrownBy(recorder::execute).isInstanceOf(IllegalStateException.class);
  }
}
