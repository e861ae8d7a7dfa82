package io.flowmaster.models.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.models.GuardrailRules.Pii;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final Set<Pii> ALL = EnumSet.allOf(Pii.class);

  private static List<String> corpus(String name) throws IOException {
    try (InputStream file = GuardTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void everyOrderOfTheCorpusIsFoundWhereverItHides() throws IOException {
    List<String> missed = new ArrayList<>();
    List<String> orders = corpus("injections.txt");
    for (String order : orders) {
      String hidden = "We met on Monday.\nThe price is fine. " + order + "\n\nKind regards, Ana.";
      InjectionFinder.Cleaned cleaned = InjectionFinder.clean(hidden);
      boolean rest =
          cleaned.text().contains("We met on Monday.") && cleaned.text().contains("Kind regards");
      if (!cleaned.found() || !rest || !InjectionFinder.clean(order).found()) {
        missed.add(order);
      }
    }
    assertThat(missed).isEmpty();
    assertThat(orders).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void whatPeopleWriteEveryDayStaysAsItIs() throws IOException {
    List<String> wrong =
        corpus("harmless.txt").stream()
            .filter(text -> InjectionFinder.clean(text).found())
            .toList();
    assertThat(wrong).isEmpty();
    String all = String.join("\n", corpus("harmless.txt"));
    assertThat(InjectionFinder.clean(all).text()).isEqualTo(all);
  }

  @Test
  void aLongTextIsLookedThroughSoon() throws IOException {
    String all = String.join(" ", corpus("harmless.txt")) + " " + "ignore a b c ".repeat(50);
    String text = all.repeat(50);
    long begun = System.nanoTime();
    InjectionFinder.clean(text);
    PiiFinder.in(text, ALL);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(took).as("%s characters", text.length()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void whatHasAShapeIsFoundAndNumbersWithWrongChecksumsAreNot() {
    assertThat(found("Write to ana.b+c@mail.example.com, please."))
        .containsExactly("EMAIL ana.b+c@mail.example.com");
    assertThat(found("IBAN DE89370400440532013000 or GB29 NWBK 6016 1331 9268 19"))
        .containsExactly("IBAN DE89370400440532013000", "IBAN GB29 NWBK 6016 1331 9268 19");
    assertThat(found("IBAN DE89370400440532013001")).isEmpty();
    assertThat(found("Card 4111 1111 1111 1111, not 4111 1111 1111 1112"))
        .containsExactly("CARD 4111 1111 1111 1111");
    assertThat(found("+49 171 2345678, (030) 1234567 or 0171 2345678"))
        .containsExactly("PHONE +49 171 2345678", "PHONE (030) 1234567", "PHONE 0171 2345678");
    assertThat(found("SSN 078-05-1120")).containsExactly("NATIONAL_ID 078-05-1120");
    assertThat(found("key sk-proj-abcdefghijklmnopqrstuvwx")).hasSize(1);
    assertThat(found("On 2026-12-01 at 10:30 we paid 1,200.50 EUR for order 4711-2026, 12 pieces."))
        .isEmpty();
    assertThat(found("id 0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8b")).isEmpty();
  }

  private static List<String> found(String text) {
    return PiiFinder.in(text, ALL).stream().map(find -> find.kind() + " " + find.text()).toList();
  }

  @Test
  void standInsAreTheSameEachTimeAndComeBackWhole() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      text.append("p").append(i).append("@example.com ");
    }
    Redaction redaction = new Redaction(ALL);
    String redacted = redaction.redact(text.toString());
    assertThat(redacted).contains("person-12@redacted.invalid").doesNotContain("example.com");
    assertThat(redaction.redact(text.toString())).isEqualTo(redacted);
    assertThat(redaction.redact(redacted)).isEqualTo(redacted);
    assertThat(new Redaction(ALL).redact(text.toString())).isEqualTo(redacted);
    assertThat(redaction.restore(redacted)).isEqualTo(text.toString());
    StringBuilder heard = new StringBuilder();
    Redaction.Pieces pieces = redaction.new Pieces(heard::append);
    redacted.chars().forEach(c -> pieces.accept(String.valueOf((char) c)));
    pieces.end();
    assertThat(heard).hasToString(text.toString());
  }
}
