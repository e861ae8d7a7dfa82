package io.flowmaster.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void smallWordsTellTheLanguage() {
    assertThat(Language.detect("When are the invoices paid?")).isEqualTo(Language.ENGLISH);
    assertThat(Language.detect("Wann werden die Rechnungen bezahlt?")).isEqualTo(Language.GERMAN);
    assertThat(Language.detect("Les factures sont payées")).isEqualTo(Language.OTHER);
    assertThat(Language.detect("4711")).isEqualTo(Language.OTHER);
  }

  @Test
  void wordsAreFoundInTheirForms() {
    Matches english = Matches.of("paying invoices", "The invoice was payed.", Language.ENGLISH);
    assertThat(english.coverage()).isEqualTo(1);
    assertThat(english.spans()).hasSize(2);
    assertThat(Matches.of("Häuser", "das Haus", Language.GERMAN).coverage()).isEqualTo(1);
    assertThat(Matches.of("the", "the", Language.ENGLISH).coverage()).isZero();
  }
}
