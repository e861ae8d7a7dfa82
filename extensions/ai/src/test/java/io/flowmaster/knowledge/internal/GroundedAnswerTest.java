package io.flowmaster.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.knowledge.Passage;
import io.flowmaster.knowledge.TextSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundedAnswerTest {
  private static final List<Passage> PASSAGES =
      List.of(
          passage("Supplier invoices are paid within thirty days."),
          passage("Journeys are booked in second class."));

  @Test
  void aStatementWithItsPassageStays() {
    assertThat(answer("Invoices are paid within thirty days [1]. Journeys: second class. [2]"))
        .isEqualTo(
            new GroundedAnswer(
                "Invoices are paid within thirty days [1]. Journeys: second class. [2]", 0));
  }

  @Test
  void aStatementWithoutAPassageOrWithOneThatIsNotThereIsLeftOut() {
    assertThat(answer("Invoices are paid within thirty days. Journeys are booked [3].").text())
        .isEmpty();
    assertThat(answer("Invoices are paid [99999999999].").text()).isEmpty();
  }

  @Test
  void aStatementThatSharesNothingWithItsPassageIsLeftOut() {
    GroundedAnswer answer =
        answer("The director owns three yachts and a castle [1]. Journeys in second class [1, 2].");
    assertThat(answer.text()).isEqualTo("Journeys in second class [1, 2].");
    assertThat(answer.dropped()).isEqualTo(1);
  }

  @Test
  void noAnswerIsNone() {
    assertThat(answer("NO_ANSWER")).isEqualTo(new GroundedAnswer("", 0));
  }

  @Test
  void feedbackIsBounded() {
    assertThat(HybridSearch.boost(0, 0)).isEqualTo(1);
    assertThat(HybridSearch.boost(1_000_000, 1_000_000)).isBetween(1.09, 1.1);
    assertThat(HybridSearch.boost(-1_000_000, 1_000_000)).isBetween(0.9, 0.91);
    assertThat(HybridSearch.boost(1, 1)).isBetween(1.01, 1.03);
  }

  private static GroundedAnswer answer(String written) {
    return GroundedAnswer.of(written, PASSAGES);
  }

  private static Passage passage(String text) {
    return new Passage(
        "p",
        text,
        "Handbook",
        "s",
        "c",
        null,
        null,
        null,
        new TextSpan(0, text.length()),
        1,
        List.of(),
        new Passage.Ranking(1, 1, 1));
  }
}
