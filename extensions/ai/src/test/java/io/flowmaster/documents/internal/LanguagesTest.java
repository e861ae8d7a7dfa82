package io.flowmaster.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource({
    "de, Rechnung 4711 vom 3. März. Bitte zahlen Sie den Betrag bis zum 17. März auf das Konto bei der Musterbank.",
    "en, Invoice 4711. Please pay the amount by 17 March to the account that is named below.",
    "fr, Facture 4711. Le montant est à payer avant le 17 mars sur le compte de la banque.",
    "nl, Factuur 4711. Het bedrag wordt voor 17 maart betaald op de rekening die wij noemen.",
    "es, Factura 4711. El importe se paga en la cuenta del banco con el número de la factura.",
    "it, Fattura 4711. Il pagamento è da fare con bonifico sul conto della banca."
  })
  void aShortInvoiceTellsItsLanguage(String language, String text) {
    assertThat(Languages.of(text)).isEqualTo(language);
  }

  @Test
  void whatCouldBeEitherOrHasTooFewWordsHasNone() {
    assertThat(Languages.of("die Rechnung an door")).isNull();
    assertThat(Languages.of("Invoice 4711")).isNull();
    assertThat(Languages.of("")).isNull();
  }
}
