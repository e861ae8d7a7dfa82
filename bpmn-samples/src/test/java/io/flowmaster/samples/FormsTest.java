package io.flowmaster.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms as they are, before anybody fills them in. */
class FormsTest {
  private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"([^\"]+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z]+)}}");

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theDiagramNamesEveryFormAndNoOther(Sample sample) {
    Set<String> named = new HashSet<>();
    Matcher refs = FORM_REF.matcher(Sample.text(sample.diagram()));
    while (refs.find()) {
      named.add(refs.group(1));
    }
    assertThat(named).isEqualTo(formKeys(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFieldHasALabelAndAnIdOfItsOwn(Sample sample) {
    for (String key : formKeys(sample)) {
      JsonNode form = sample.form(key);
      assertThat(form.path("id").textValue()).isEqualTo(key);
      assertThat(form.path("schemaVersion").intValue()).isPositive();
      List<String> ids = new ArrayList<>();
      for (JsonNode field : form.path("components")) {
        ids.add(field.path("id").textValue());
        if (field.has("key")) {
          assertThat(field.path("label").asText(field.path("dateLabel").asText()))
              .as("%s %s", key, field.path("id"))
              .isNotBlank();
        }
      }
      assertThat(ids).as(key).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatAFormShowsIsSetSomewhereInTheProcess(Sample sample) {
    String everything =
        sample.files().stream()
            .map(Sample::text)
            .map(text -> PLACEHOLDER.matcher(text).replaceAll(""))
            .collect(Collectors.joining("\n"));
    Set<String> fromWorkers =
        Set.of("screeningReference", "freezeReference", "orderedPackages", "authorityStatement");
    for (String key : formKeys(sample)) {
      Matcher shown = PLACEHOLDER.matcher(sample.form(key).toString());
      while (shown.find()) {
        String name = shown.group(1);
        assertThat(
                everything.contains("\"key\": \"" + name + "\"")
                    || everything.contains("outputParameter name=\"" + name + "\"")
                    || fromWorkers.contains(name))
            .as("%s shows %s", key, name)
            .isTrue();
      }
    }
  }

  private static Set<String> formKeys(Sample sample) {
    return sample.files().stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith(".form"))
        .map(name -> name.replace(".form", ""))
        .collect(Collectors.toSet());
  }
}
