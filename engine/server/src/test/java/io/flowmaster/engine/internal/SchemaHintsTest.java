package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SchemaHintsTest {
  @Test
  void theHintGoesAndEverythingElseStaysInItsPlace() {
    assertThat(
            removed(
                "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<d xmlns:x=\"u\"\n  x:schemaLocation='a\nb' id=\"1\">ü</d>"))
        .isEqualTo(
            "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<d xmlns:x=\"u\"\n"
                + " ".repeat(21)
                + "\n   id=\"1\">ü</d>");
    assertThat(removed("<d x:noNamespaceSchemaLocation = \"http://a\"/>"))
        .isEqualTo("<d" + " ".repeat(41) + "/>");
  }

  @Test
  void whatIsOnlyWrittenAboutStays() {
    for (String model :
        new String[] {
          "<d><t>x:schemaLocation=\"a b\"</t></d>",
          "<!-- <d x:schemaLocation=\"a b\"> --><d/>",
          "<d a=\"x:schemaLocation='b'\"/>",
          "<d schemaLocation=\"a\"/>",
          "not xml",
          "",
          "<d a=\"" + "x".repeat(100_000)
        }) {
      assertThat(removed(model)).isEqualTo(model);
    }
  }

  private static String removed(String model) {
    return new String(
        SchemaHints.removed(model.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
