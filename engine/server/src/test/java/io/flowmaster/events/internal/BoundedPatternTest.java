package io.flowmaster.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.platform.WatchedText;
import org.junit.jupiter.api.Test;

class BoundedPatternTest {
  private static final String LONG = "ab".repeat(40_000);

  private static final String DEEP = "^(a|b)*$";

  @Test
  void aPatternIsFoundAnywhere() {
    assertThat(new BoundedPattern("b+").matches("abba")).isTrue();
    assertThat(new BoundedPattern("^b+").matches("abba")).isFalse();
  }

  @Test
  void aPatternThatGoesTooDeepIsGivenUp() {
    assertThatThrownBy(() -> new BoundedPattern(DEEP).matches(LONG))
        .isInstanceOf(WatchedText.TooMuch.class);
  }

  @Test
  void aTextThatIsTooLongForItsPatternIsAFaultOfTheText() {
    assertThat(
            new SchemaChecks()
                .ofData("{\"pattern\":\"" + DEEP + "\"}", TextNode.valueOf(LONG), "/data"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).contains("takes too long"));
  }
}
