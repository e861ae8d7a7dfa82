package io.flowmaster.prompts.internal;

import io.flowmaster.models.LanguageModels;
import io.flowmaster.models.ModelCall;
import io.flowmaster.models.ModelCall.Account;
import io.flowmaster.models.ModelCall.Reuse;
import io.flowmaster.models.ModelMessage;
import io.flowmaster.models.ModelMessage.Input;
import io.flowmaster.models.ModelMessage.Instructions;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.WatchedText;
import io.flowmaster.prompts.PromptRun.Result;
import io.flowmaster.prompts.PromptTestSet;
import io.flowmaster.prompts.PromptTestSet.Case;
import io.flowmaster.prompts.PromptTestSet.Check;
import io.flowmaster.prompts.PromptTestSet.Content;
import io.flowmaster.prompts.PromptTestSet.Kind;
import io.flowmaster.prompts.PromptTestSet.Target;
import io.flowmaster.prompts.PromptVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Component;

/** Tries a version on a case. */
@Component
class PromptTrier {
  private static final int MOST_SHOWN = 2_000;
  private final StoredPrompts prompts;
  private final LanguageModels models;

  PromptTrier(StoredPrompts prompts, LanguageModels models) {
    this.prompts = prompts;
    this.models = models;
  }

  /**
   * @throws InvalidValue when a check cannot be made
   */
  void check(Content content) {
    for (Case each : content.cases()) {
      for (Check check : each.checks()) {
        if (check.kind() == Kind.AT_MOST && !check.value().matches("\\d{1,9}")) {
          throw new InvalidValue("check", "AT_MOST takes a whole number.");
        }
        if (check.kind() == Kind.MATCHES) {
          compiled(check.value());
        }
      }
    }
  }

  private static Pattern compiled(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new InvalidValue("check", "'" + pattern + "' is no regular expression.");
    }
  }

  Result result(PromptVersion version, PromptTestSet set, Case tried) {
    String text;
    try {
      text = text(version, set.content(), tried);
    } catch (Problem problem) {
      if (problem.kind() != ProblemKind.UNACCEPTABLE) {
        throw problem;
      }
      return new Result(tried.name(), 0, List.of(failure(problem)), "");
    }
    List<String> failures =
        tried.checks().stream()
            .filter(check -> !holds(check, text))
            .map(PromptTrier::failure)
            .toList();
    double score = 1 - (double) failures.size() / tried.checks().size();
    return new Result(tried.name(), score, failures, shown(text));
  }

  private String text(PromptVersion version, Content content, Case tried) {
    String rendered =
        prompts.text(version, tried.variables() == null ? Map.of() : tried.variables());
    if (content.target() == Target.RENDERED) {
      return rendered;
    }
    List<ModelMessage> messages = new ArrayList<>();
    if (tried.input() == null) {
      messages.add(new Input(rendered));
    } else {
      messages.add(new Instructions(rendered));
      messages.add(new Input(tried.input()));
    }
    return models
        .answer(
            new ModelCall(
                content.modelClass(),
                messages,
                List.of(),
                null,
                Account.of("prompts"),
                Reuse.NEVER))
        .text();
  }

  private static boolean holds(Check check, String text) {
    String small = text.toLowerCase(Locale.ROOT);
    String value = check.value().toLowerCase(Locale.ROOT);
    return switch (check.kind()) {
      case CONTAINS -> small.contains(value);
      case LACKS -> !small.contains(value);
      case EQUALS -> text.strip().equals(check.value().strip());
      case MATCHES -> matches(check.value(), text);
      case AT_MOST -> text.length() <= Integer.parseInt(check.value());
    };
  }

  private static boolean matches(String pattern, String text) {
    try {
      return WatchedText.has(compiled(pattern), text);
    } catch (WatchedText.TooMuch e) {
      return false;
    }
  }

  private static String failure(Check check) {
    String value = "'" + check.value() + "'";
    return switch (check.kind()) {
      case CONTAINS -> "does not contain " + value;
      case LACKS -> "contains " + value;
      case EQUALS -> "is not " + value;
      case MATCHES -> "does not match " + value;
      case AT_MOST -> "has more than " + check.value() + " characters";
    };
  }

  private static String failure(Problem problem) {
    return problem.errors().isEmpty()
        ? String.valueOf(problem.getMessage())
        : problem.errors().get(0).pointer() + ": " + problem.errors().get(0).detail();
  }

  private static String shown(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }
}
