package io.flowmaster.executions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootCauseTest {

  @Test
  void theInnermostCauseIsTold() {
    assertThat(
            RootCause.of(
                "org.Engine: failed\n\tat a.B.c(B.java:1)\nCaused by: x.Y: second\n\tat d\nCaused by: java.io.IOException: disk full\n\tat e"))
        .isEqualTo("java.io.IOException: disk full");
  }

  @Test
  void withoutACauseItIsTheFirstLine() {
    assertThat(RootCause.of("Carrier refused\nmore")).isEqualTo("Carrier refused");
    assertThat(RootCause.of("")).isNull();
    assertThat(RootCause.of("x".repeat(5000))).hasSize(1000);
  }
}
