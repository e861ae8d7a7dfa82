package io.flowmaster.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WatchedTextTest {

  @Test
  void aPatternIsFoundAnywhere() {
    assertThat(WatchedText.has(Pattern.compile("b+$"), "aabb")).isTrue();
    assertThat(WatchedText.has(Pattern.compile("^b"), "aabb")).isFalse();
  }

  @Test
  void aPatternWithCountlessWaysToMatchIsGivenUp() {
    assertThatThrownBy(() -> WatchedText.has(Pattern.compile("^(a+)+\\1b$"), "a".repeat(60)))
        .isInstanceOf(WatchedText.TooMuch.class);
  }

  @Test
  void aPatternThatNeedsMoreStackThanThereIsIsGivenUp() {
    assertThatThrownBy(() -> WatchedText.has(Pattern.compile("^(?:a|b)*$"), "ab".repeat(90_000)))
        .isInstanceOf(WatchedText.TooMuch.class);
  }
}
