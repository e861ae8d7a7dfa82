package io.flowmaster.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {
  private final Revision current = new Revision(7);

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", " \"7\" ", "*"})
  void theCurrentTagMatches(String ifMatch) {
    assertThatCode(() -> current.requireMatch(ifMatch)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"6\"", "7", "W/\"7\"", "\"7\", \"8\"", "\"99999999999999999999\"", "\"x\""})
  void anotherTagIsStale(String ifMatch) {
    assertThatThrownBy(() -> current.requireMatch(ifMatch))
        .isInstanceOf(Revision.StaleRevision.class);
  }

  @Test
  void aMissingTagIsAskedFor() {
    assertThatThrownBy(() -> current.requireMatch(null))
        .isInstanceOf(Revision.PreconditionMissing.class);
    assertThatThrownBy(() -> current.requireMatch(" "))
        .isInstanceOf(Revision.PreconditionMissing.class);
  }
}
