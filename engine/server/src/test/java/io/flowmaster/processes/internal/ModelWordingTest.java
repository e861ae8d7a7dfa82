package io.flowmaster.processes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.engine.DeploymentRehearsal.Fault;
import org.junit.jupiter.api.Test;

class ModelWordingTest {

  @Test
  void aKnownRefusalSaysWhatToDo() {
    var said = said("Could not find signal with id 'paid'");
    assertThat(said.rule()).isEqualTo("signal-reference");
    assertThat(said.message())
        .isEqualTo(
            "\"Wait\" refers to the signal \"paid\", which the file does not have. Choose one that is there.");
  }

  @Test
  void anUnknownRefusalKeepsTheEnginesWords() {
    assertThat(said("something new happened"))
        .isEqualTo(new ModelWording.Said("engine", "Something new happened."));
  }

  @Test
  void aSchemaFaultLosesItsCode() {
    var said = said("cvc-something.1: Strange thing");
    assertThat(said.rule()).isEqualTo("schema");
    assertThat(said.message()).isEqualTo("Strange thing.");
  }

  @Test
  void aDollarInTheModelIsOnlyText() {
    assertThat(said("Could not find signal with id '$1\\'").message()).contains("\"$1\\\"");
  }

  private static ModelWording.Said said(String message) {
    return ModelWording.of(new Fault("m.bpmn", "e", message, 1, 1), "\"Wait\"");
  }
}
