package io.flowmaster.processes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessKeysTest {

  @ParameterizedTest
  @CsvSource({
    "Merchant onboarding, merchant-onboarding",
    "'  Pricing (EU) & Über-Größe ', pricing-eu-uber-grosse",
    "Žádost o půjčku, zadost-o-pujcku",
    "2nd level support, process-2nd-level-support",
    "审批, process",
    "---, process"
  })
  void aKeyReadsLikeTheName(String name, String key) {
    assertThat(ProcessKeys.derive(name, taken -> false)).isEqualTo(key);
    assertThat(ProcessKeys.isValid(key)).isTrue();
  }

  @Test
  void aTakenKeyGetsANumber() {
    assertThat(ProcessKeys.derive("Order", Set.of("order", "order-2")::contains))
        .isEqualTo("order-3");
  }

  @Test
  void aLongNameGivesAShortKey() {
    assertThat(ProcessKeys.derive("very ".repeat(50), taken -> false)).hasSizeLessThanOrEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Process_1", "_x", "order.v2", "Прозесс", "a-b"})
  void xmlNamesAreKeys(String key) {
    assertThat(ProcessKeys.isValid(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a:b", "a\"b", "-a", "a<b"})
  void whatIsNoXmlNameIsNoKey(String key) {
    assertThat(ProcessKeys.isValid(key)).isFalse();
  }
}
