package io.flowmaster.agents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenSecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk-live-abcdef0123456789abcdef",
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_0123456789abcdefghijABCDEFGHIJ012345",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl"
      })
  void whatLooksLikeASecretIsHiddenWhereverItStands(String secret) {
    assertThat(HiddenSecrets.in("use " + secret + ", please"))
        .isEqualTo("use " + HiddenSecrets.HIDDEN + ", please");
  }

  @Test
  void aSecretIsKnownByItsNameAndAnOrdinaryValueStays() {
    assertThat(
            HiddenSecrets.in(
                AgentFixture.json(
                    "{\"apiKey\":\"a\",\"deep\":[{\"dbPassword\":\"b\"}],\"tokens\":12,\"name\":\"Ana\"}")))
        .isEqualTo(
            AgentFixture.json(
                "{\"apiKey\":\"[hidden]\",\"deep\":[{\"dbPassword\":\"[hidden]\"}],\"tokens\":12,\"name\":\"Ana\"}"));
    String plain = "Invoice 4711 of 2026-12-01 over 1,200.50 EUR, IBAN DE89370400440532013000";
    assertThat(HiddenSecrets.in(plain)).isEqualTo(plain);
  }
}
