package io.flowmaster.dxg.internal;

import static io.flowmaster.dxg.internal.Cases.aCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flowmaster.dxg.internal.SimilarCases.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarCasesTest {

  @Test
  void numbersAreAsFarApartAsTheirRangeSays() {
    List<Neighbour> found =
        SimilarCases.of(
            aCase()
                .field("amount", "number")
                .with("amount", 100)
                .past(1, "approved", "amount", 500)
                .past(1, "approved", "amount", 200)
                .file());
    assertThat(found.get(0).past().id()).isEqualTo("past-1");
    assertThat(found.get(0).similarity()).isCloseTo(0.75, within(1e-9));
    assertThat(found.get(1).similarity()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void choicesAreAlikeOrNotAndTextsShareWords() {
    List<Neighbour> found =
        SimilarCases.of(
            aCase()
                .choice("segment", "key", "small")
                .field("goods", "textfield")
                .with("segment", "key")
                .with("goods", "Steel pipes")
                .past(1, "approved", "segment", "small", "goods", "steel pipes")
                .past(1, "approved", "segment", "key", "goods", "copper pipes")
                .file());
    assertThat(found.get(0).similarity()).isCloseTo((1 + 1 / 3d) / 2, within(1e-9));
    assertThat(found.get(1).similarity()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aFieldThatOneOfTheTwoLacksSaysNothing() {
    List<Neighbour> found =
        SimilarCases.of(
            aCase()
                .choice("segment", "key", "small")
                .choice("region", "north", "south")
                .with("segment", "key")
                .past(1, "approved", "segment", "key", "region", "south")
                .past(1, "approved", "region", "north")
                .file());
    assertThat(found.get(0).similarity()).isEqualTo(1);
    assertThat(found.get(1).similarity()).isNull();
  }
}
