package io.flowmaster.processes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not xml",
        "<a><b></a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
        "<a>&undefined;</a>",
        "<p:a/>"
      })
  void whatIsNotPlainXmlIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(ModelReader.Unreadable.class);
  }

  @Test
  void depthIsBounded() {
    String deep = "<a>".repeat(300) + "</a>".repeat(300);
    assertThatThrownBy(() -> read(deep)).hasMessageContaining("nested");
  }

  @Test
  void aSchemaLocationIsNotFollowed() throws ModelReader.Unreadable {
    ModelElement root =
        read(
            "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"x http://127.0.0.1:1/x.xsd\"/>");
    assertThat(root.name()).isEqualTo("{}a");
  }

  @Test
  void anElementKnowsItsPlace() throws ModelReader.Unreadable {
    ModelElement root = read("<a>\n  <b id=\"b\"/>\n</a>");
    assertThat(root.children().get(0).line()).isEqualTo(2);
    assertThat(root.children().get(0).id()).isEqualTo("b");
    assertThat(root.holds(2, 4)).isTrue();
  }

  private static ModelElement read(String text) throws ModelReader.Unreadable {
    return ModelReader.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
