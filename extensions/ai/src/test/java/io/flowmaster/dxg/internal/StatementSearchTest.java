package io.flowmaster.dxg.internal;

import static io.flowmaster.dxg.internal.Cases.NOW;
import static io.flowmaster.dxg.internal.Cases.aCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.dxg.internal.StatementSearch.Hit;
import io.flowmaster.models.Embeddings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSearchTest {
  /** Without meaning, the words alone have to find it. */
  private static final Embeddings NOTHING =
      new Embeddings() {
        @Override
        public String model() {
          return "none";
        }

        @Override
        public int dimension() {
          return 2;
        }

        @Override
        public float[] embed(String text) {
          return new float[2];
        }

        @Override
        public List<float[]> embed(List<String> texts) {
          return texts.stream().map(this::embed).toList();
        }
      };

  private static List<Hit> ask(String question, Locale locale) {
    Reading reading =
        aCase()
            .field("amount", "number")
            .with("amount", 12_500)
            .with("billingAddress", "Main Street 1")
            .due(NOW.plus(Duration.ofDays(2)))
            .said("eve", "The customer calls back on Monday.")
            .past(6, "approved", "amount", 12_000)
            .read(locale);
    List<Fact> facts = CaseFacts.of(reading, CaseRisks.of(reading, List.of()));
    return new StatementSearch(NOTHING).find(question, facts, locale, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "What is the amount?, 12,",
    "When is it due?, The task is due on",
    "Who checked the customer?, Check the customer was completed by eve",
    "What is the billing address?, Main Street 1",
    "What was the outcome of similar cases?, 6 of 6 similar cases",
    "How long does it usually take?, usually answered within",
    "Did somebody leave a comment?, calls back on Monday",
    "Who started it?, was started by bob"
  })
  void aQuestionFindsWhatTheCaseSays(String question, String answer) {
    assertThat(ask(question, Locale.ENGLISH))
        .first()
        .matches(hit -> hit.fact().text().contains(answer), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "Wann ist die Aufgabe fällig?, fällig am",
    "Wer hat den Vorgang gestartet?, von bob",
    "Wie lange dauert das üblicherweise?, 6 ähnlichen Vorgänge"
  })
  void soItDoesInGerman(String question, String answer) {
    assertThat(ask(question, Locale.GERMAN))
        .first()
        .matches(hit -> hit.fact().text().contains(answer), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the capital of France?", "Who won the world cup?", "How do I bake bread?",
        "asdf qwer", "?!", "Is the weather nice in Rome?"
      })
  void nothingIsAnsweredThatTheCaseDoesNotSay(String question) {
    assertThat(ask(question, Locale.ENGLISH)).isEmpty();
  }
}
