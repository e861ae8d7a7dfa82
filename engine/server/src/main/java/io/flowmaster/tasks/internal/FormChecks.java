package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one field. Those of {@code validate}, {@code decimalDigits} and {@code increment}
 * are form-js 1.23's own, its oddities included; type, options, dates are what a browser's widgets
 * ensure and a server must check.
 */
final class FormChecks {
  /** The HTML standard's e-mail address, section 4.10.5.1.5, as form-js tests it. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

  private final FormInput input;
  private final JsonNode field;
  private final JsonNode value;
  private final FormFeel feel;
  private final List<String> faults = new ArrayList<>();

  private FormChecks(FormInput input, FormFeel feel) {
    this.input = input;
    this.field = input.field();
    this.value = input.value();
    this.feel = feel;
  }

  /** Sentences that say what to do; empty when the value is right. */
  static List<String> faults(FormInput input, JsonNode context, FormFeel feel, Clock clock) {
    FormChecks checks = new FormChecks(input, feel);
    if (input.sent()) {
      checks.entered(context, clock);
    }
    if (checks.faults.isEmpty()) {
      checks.number();
      checks.validate(input.field().path("validate"));
    }
    return checks.faults;
  }

  private void entered(JsonNode context, Clock clock) {
    String fault = FormTypes.fault(field, value);
    if (fault == null && input.type().equals("datetime")) {
      fault = FormDates.fault(field, value);
      if (fault == null
          && field.path("disallowPassedDates").asBoolean(false)
          && FormDates.isPast(value, clock)) {
        fault = "Send a date that is not over yet.";
      }
    }
    if (fault == null) {
      fault = option(context);
    }
    if (fault != null) {
      faults.add(fault);
    }
  }

  private @Nullable String option(JsonNode context) {
    boolean single = input.type().equals("select") || input.type().equals("radio");
    boolean many = input.type().equals("checklist") || input.type().equals("taglist");
    if (!single && !many || FormText.empty(value)) {
      return null;
    }
    List<JsonNode> offered = FormOptions.of(input, context, feel);
    if (single) {
      return FormOptions.contains(offered, value) ? null : "Choose one of the options.";
    }
    List<JsonNode> seen = new ArrayList<>();
    for (JsonNode each : value) {
      if (!FormOptions.contains(offered, each)) {
        return "Choose among the options only.";
      }
      if (FormOptions.contains(seen, each)) {
        return "Choose each option at most once.";
      }
      seen.add(each);
    }
    return null;
  }

  private void number() {
    if (!input.type().equals("number") || !FormText.truthy(value)) {
      return;
    }
    BigDecimal number = FormTypes.decimal(value);
    if (number == null) {
      faults.add("Send a number.");
      return;
    }
    JsonNode digits = field.path("decimalDigits");
    int decimals = Math.max(0, number.stripTrailingZeros().scale());
    if (digits.isNumber() && digits.intValue() >= 0 && decimals > digits.intValue()) {
      faults.add(
          digits.intValue() == 0
              ? "Send a whole number."
              : "Send at most " + digits.intValue() + " decimal digits.");
    }
    increment(number, FormTypes.decimal(field.path("increment")));
  }

  private void increment(BigDecimal number, @Nullable BigDecimal step) {
    if (step == null || step.signum() == 0) {
      return;
    }
    BigDecimal offset = number.remainder(step);
    if (offset.signum() != 0) {
      BigDecimal below = number.subtract(offset);
      faults.add(
          "Send a step of %s, the nearest are %s and %s."
              .formatted(plain(step), plain(below), plain(below.add(step))));
    }
  }

  private void validate(JsonNode rules) {
    pattern(rules);
    boolean unchecked = input.type().equals("checkbox") && !value.asBoolean(false);
    if (FormText.truthy(rules.path("required")) && (unchecked || FormText.empty(value))) {
      faults.add("Fill in “" + input.label() + "”: it is required.");
    }
    bound(rules, "min", -1, "Send at least ");
    bound(rules, "max", 1, "Send at most ");
    length(rules, "minLength", -1, "Write at least ");
    length(rules, "maxLength", 1, "Write at most ");
    String type = rules.path("validationType").asText();
    if (FormText.truthy(value) && type.equals("email") && !EMAIL.matcher(text()).matches()) {
      faults.add("Write an e-mail address like name@example.com.");
    }
    if (FormText.truthy(value) && type.equals("phone") && !FormPhones.isPhone(text())) {
      faults.add("Write an international phone number like +4930664040900.");
    }
  }

  private void pattern(JsonNode rules) {
    String pattern = rules.path("pattern").asText("");
    if (pattern.isEmpty() || !FormText.truthy(value)) {
      return;
    }
    try {
      if (!FormPattern.found(pattern, text())) {
        String own = rules.path("patternErrorMessage").asText("");
        faults.add(own.isBlank() ? "Write it in the form " + pattern + " ." : own);
      }
    } catch (FormPattern.Unusable e) {
      faults.add(
          "The form's pattern for this field cannot be checked: %s. Ask its designer to correct it."
              .formatted(e.getMessage()));
    }
  }

  private void bound(JsonNode rules, String rule, int wrongSign, String phrase) {
    JsonNode limit = feel.evaluate(rules.path(rule), input.scope());
    boolean zero = value.isNumber();
    if (limit.isMissingNode() || limit.isNull() || !FormText.truthy(value) && !zero) {
      return;
    }
    BigDecimal bound = FormTypes.decimal(limit);
    BigDecimal number = FormTypes.decimal(value);
    if (bound == null || number == null) {
      faults.add("Send a number: the form compares this field with a limit.");
    } else if (Integer.signum(number.compareTo(bound)) == wrongSign) {
      faults.add(phrase + plain(bound) + ".");
    }
  }

  private void length(JsonNode rules, String rule, int wrongSign, String phrase) {
    JsonNode limit = feel.evaluate(rules.path(rule), input.scope());
    BigDecimal bound = FormTypes.decimal(limit);
    if (bound == null || !value.isTextual() || value.textValue().isEmpty()) {
      return;
    }
    int length = FormText.trim(value.textValue()).length();
    if (Integer.signum(BigDecimal.valueOf(length).compareTo(bound)) == wrongSign) {
      faults.add(phrase + plain(bound) + " characters.");
    }
  }

  private String text() {
    return value.asText();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
