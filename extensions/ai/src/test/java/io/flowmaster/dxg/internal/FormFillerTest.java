package io.flowmaster.dxg.internal;

import static io.flowmaster.dxg.internal.Cases.aCase;
import static io.flowmaster.dxg.internal.Cases.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.dxg.SmartForm;
import io.flowmaster.dxg.SmartForm.Origin;
import io.flowmaster.dxg.internal.FieldTrust.Trusted;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormFillerTest {
  private static final Trusted FRESH = new Trusted(Set.of(), Set.of());

  private static SmartForm fill(Cases cases, Trusted trusted) {
    return new FormFiller(cases.read(), trusted, 0.6).fill().form();
  }

  private static Cases experienced() {
    return aCase()
        .choice("segment", "key", "small")
        .choice("approver", "cfo", "lead")
        .with("segment", "key")
        .past(8, "approved", "segment", "key", "approver", "cfo")
        .past(8, "approved", "segment", "small", "approver", "lead");
  }

  @Test
  void aFieldGetsWhatTheMostSimilarCasesHave() {
    SmartForm form = fill(experienced(), FRESH);
    assertThat(form.values()).containsEntry("approver", json("cfo"));
    assertThat(form.suggested()).containsExactly("approver");
    assertThat(form.provenance().get("approver").origin()).isEqualTo(Origin.SIMILAR_CASES);
    assertThat(form.provenance().get("approver").sources()).isNotEmpty();
    assertThat(form.confidence().get("approver")).isBetween(0.6, 0.99);
    assertThat(form.provenance().get("segment").origin()).isEqualTo(Origin.VARIABLE);
  }

  @Test
  void whatAPersonTypedIsNeverReplaced() {
    SmartForm form = fill(experienced().typed("approver", "lead"), FRESH);
    assertThat(form.values()).containsEntry("approver", json("lead"));
    assertThat(form.suggested()).isEmpty();
    assertThat(form.provenance().get("approver").origin()).isEqualTo(Origin.TYPED);
  }

  @Test
  void aSuggestionThatSomebodyTookOutDoesNotComeBack() {
    Trusted shown = new Trusted(Set.of(), Set.of("approver"));
    assertThat(fill(experienced().typed("segment", "key"), shown).values())
        .doesNotContainKey("approver");
    SmartForm saved = fill(experienced().typed("approver", "cfo"), shown);
    assertThat(saved.suggested()).as("saved along with a draft, not confirmed").hasSize(1);
  }

  @Test
  void aFieldThatPeopleKeepCorrectingIsOfferedButNotFilled() {
    FormFiller.Filled filled =
        new FormFiller(experienced().read(), new Trusted(Set.of("approver"), Set.of()), 0.6).fill();
    assertThat(filled.form().values()).doesNotContainKey("approver");
    assertThat(filled.form().paused()).containsExactly("approver");
    assertThat(filled.offers()).hasSize(1).noneMatch(FieldTrust.Offer::isShown);
  }

  @Test
  void fewOrDividedCasesMakeNobodySure() {
    Cases few = aCase().choice("approver", "cfo", "lead").past(2, "approved", "approver", "cfo");
    assertThat(fill(few, FRESH).values()).isEmpty();
    Cases divided =
        aCase()
            .choice("approver", "cfo", "lead")
            .past(6, "approved", "approver", "cfo")
            .past(6, "approved", "approver", "lead");
    assertThat(fill(divided, FRESH).values()).isEmpty();
    Cases cancelled =
        aCase().choice("approver", "cfo", "lead").past(9, "cancelled", "approver", "cfo");
    assertThat(fill(cancelled, FRESH).values()).isEmpty();
  }

  @Test
  void aLikeNamedVariableOfTheRightTypeFills() {
    Cases cases =
        aCase()
            .field("customerEmail", "textfield")
            .field("total", "number")
            .choice("country", "de", "fr")
            .with("customer", Map.of("email", "a@example.com", "country", "it"))
            .with("order", Map.of("total", "many"));
    SmartForm form = fill(cases, FRESH);
    assertThat(form.values()).containsEntry("customerEmail", json("a@example.com"));
    assertThat(form.provenance().get("customerEmail").text()).contains("customer.email");
    assertThat(form.values()).doesNotContainKeys("total", "country");
  }

  @Test
  void aCaseAboutTheSameThingFills() {
    SmartForm form =
        fill(aCase().field("costCenter", "textfield").related("costCenter", "4711"), FRESH);
    assertThat(form.provenance().get("costCenter").origin()).isEqualTo(Origin.RELATED_CASE);
  }
}
