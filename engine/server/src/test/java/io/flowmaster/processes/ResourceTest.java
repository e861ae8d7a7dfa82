package io.flowmaster.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.platform.InvalidValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>ü</a>",
        "\uFEFF<a>ü</a>",
        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<a>ü</a>\r\n",
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>ü</a>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>ü</a>",
        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>ü</a>",
        "<?xml version=\"1.0\" standalone=\"yes\"?>\n<a>\uD83D\uDE00</a>",
        ""
      })
  void textSurvivesInAnyEncoding(String text) {
    Resource file = Resource.ofText("a.bpmn", ResourceKind.BPMN, text);
    assertThat(file.text()).isEqualTo(text);
    assertThat(new Resource("a.bpmn", ResourceKind.BPMN, file.content()).text()).isEqualTo(text);
  }

  @Test
  void theDeclaredEncodingIsTheOneOfTheBytes() {
    String xml = "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>€</a>";
    assertThat(Resource.ofText("a.bpmn", ResourceKind.BPMN, xml).content())
        .isEqualTo(xml.getBytes(java.nio.charset.Charset.forName("windows-1252")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>€</a>",
        "<?xml version=\"1.0\" encoding=\"klingon\"?><a/>",
        "<?xml version=\"1.0\" encoding=\"IBM1047\"?><a/>",
        "<a>\uD83D</a>"
      })
  void whatCannotBeWrittenIsRefused(String text) {
    assertThatThrownBy(() -> Resource.ofText("a.bpmn", ResourceKind.BPMN, text))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void theChecksumIsSha256() {
    Resource abc =
        new Resource("a.form", ResourceKind.FORM, "abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(abc.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
