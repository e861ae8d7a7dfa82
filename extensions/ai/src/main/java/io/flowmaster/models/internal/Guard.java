package io.flowmaster.models.internal;

import io.flowmaster.models.GuardrailRules;
import io.flowmaster.models.GuardrailRules.Mode;
import io.flowmaster.models.GuardrailRules.Pii;
import io.flowmaster.models.GuardrailTripped;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.models.ModelMessage.Input;
import io.flowmaster.models.ModelMessage.Instructions;
import io.flowmaster.models.ModelMessage.Output;
import io.flowmaster.models.ModelMessage.ToolRequest;
import io.flowmaster.models.ModelMessage.ToolResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The guardrails of one call, on its way out and back. */
final class Guard {
  private static final Set<Pii> NOT_TO_BE_MADE_UP =
      EnumSet.of(Pii.SECRET, Pii.IBAN, Pii.CARD, Pii.NATIONAL_ID);

  /** A picture is fetched when it is shown, and its address can carry whatever was read. */
  private static final Pattern PICTURE =
      Pattern.compile("!\\[[^\\]]{0,500}\\]\\(\\s*(https?://[^)\\s]{1,4000})[^)]{0,500}\\)");

  private final GuardrailRules rules;
  private final Set<String> tripped;
  private final Redaction redaction;
  private final StringBuilder asked = new StringBuilder();

  /**
   * @param leaves whether the question leaves the machines of one's own
   * @param tripped takes the names of the rules that did something
   */
  Guard(GuardrailRules rules, boolean leaves, Set<String> tripped) {
    this.rules = rules;
    this.tripped = tripped;
    this.redaction = new Redaction(leaves ? rules.redact() : Set.of());
  }

  Redaction redaction() {
    return redaction;
  }

  /**
   * @throws GuardrailTripped when the rules say that nothing goes on
   */
  ModelCall question(ModelCall call) {
    List<ModelMessage> messages = call.messages().stream().map(this::question).toList();
    redaction.redacted().forEach(kind -> tripped.add("redacted-" + word(kind.name())));
    return new ModelCall(
        call.modelClass(),
        messages,
        call.tools(),
        call.outputSchema(),
        call.account(),
        call.reuse());
  }

  private ModelMessage question(ModelMessage message) {
    if (message instanceof Instructions it) {
      return new Instructions(redacted(it.text()));
    }
    if (message instanceof Input it) {
      return new Input(redacted(cleaned(it.text())));
    }
    if (message instanceof ToolResult it) {
      return new ToolResult(it.request(), it.tool(), redacted(cleaned(it.text())));
    }
    Output it = (Output) message;
    return new Output(
        redacted(it.text()),
        it.toolRequests().stream()
            .map(
                each -> new ToolRequest(each.id(), each.tool(), redaction.redact(each.arguments())))
            .toList());
  }

  private String redacted(String text) {
    asked.append(text).append('\n');
    return redaction.redact(text);
  }

  /** Of a text that came from outside. */
  private String cleaned(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    for (String term : rules.deniedTerms()) {
      if (small.contains(term.toLowerCase(Locale.ROOT))) {
        throw blocked("input", "denied-term");
      }
    }
    if (rules.injection() == Mode.OFF) {
      return text;
    }
    InjectionFinder.Cleaned cleaned = InjectionFinder.clean(text);
    if (cleaned.found()) {
      tripped.add("injection");
      if (rules.injection() == Mode.BLOCK) {
        throw blocked("input", "injection");
      }
    }
    return cleaned.text();
  }

  /** What is handed on of an answer: with what was redacted, without what was made up. */
  RawAnswer answer(RawAnswer raw) {
    String text = redaction.restore(checked(raw.text()));
    List<ToolRequest> requests =
        raw.toolRequests().stream()
            .map(
                each ->
                    new ToolRequest(each.id(), each.tool(), redaction.restore(each.arguments())))
            .toList();
    return new RawAnswer(
        raw.model(), text, requests, raw.inputTokens(), raw.outputTokens(), raw.whole());
  }

  private String checked(String text) {
    if (rules.output() == Mode.OFF) {
      return text;
    }
    String said = asked.toString();
    String kept = text;
    for (PiiFinder.Find find : PiiFinder.in(text, NOT_TO_BE_MADE_UP)) {
      if (!said.contains(find.text())) {
        kept = removed(kept, find.text(), "output-" + word(find.kind().name()));
      }
    }
    Matcher picture = PICTURE.matcher(kept);
    while (picture.find()) {
      if (!said.contains(picture.group(1))) {
        kept = removed(kept, picture.group(), "output-picture");
      }
    }
    return kept;
  }

  private String removed(String text, String part, String rule) {
    tripped.add(rule);
    if (rules.output() == Mode.BLOCK) {
      throw blocked("output", rule);
    }
    return text.replace(part, "[removed]");
  }

  private GuardrailTripped blocked(String where, String rule) {
    tripped.add(rule);
    return new GuardrailTripped(where, List.of(rule));
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
