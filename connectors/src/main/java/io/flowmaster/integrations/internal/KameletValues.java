package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.TextDigest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Makes of a configuration what may be put into a Kamelet's template. Camel puts the values there
 * as text, and reads the text again: what would mean more than itself there is refused.
 */
final class KameletValues {
  static final int LONGEST_VALUE = 1_000;
  static final int LONGEST_TEXT = 20_000;

  /** Property placeholders, expressions, and values marked as raw. */
  private static final List<String> NEVER =
      List.of("{{", "}}", "${", "$simple{", "$expression{", "RAW(", "RAW{");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]*");

  /** What ends a path, or begins another part of an address. */
  private static final String NOT_IN_PATHS = "?&#%@;\\ \"<>{}|^`";

  private final Kamelet kamelet;
  private final Properties placeholders = new Properties();
  private final Map<String, String> beans = new HashMap<>();
  private final String route;

  /**
   * @throws ConnectorProblem when a value is hostile
   */
  KameletValues(Kamelet kamelet, JsonNode configuration) {
    this.kamelet = kamelet;
    this.route = TextDigest.of(kamelet.view().id() + configuration).sha256();
    configuration
        .properties()
        .forEach(
            each ->
                placeholders.setProperty(
                    each.getKey(), value(each.getKey(), each.getValue().asText())));
    kamelet.rule().fixed().forEach(placeholders::setProperty);
  }

  /** The same for the same Kamelet with the same values. */
  String route() {
    return route;
  }

  /** What is put in the place of the Kamelet's properties. */
  Properties placeholders() {
    return placeholders;
  }

  /** What placeholders name as {@code #bean:}: values that Camel sets without reading them. */
  Map<String, String> beans() {
    return beans;
  }

  private String value(String name, String given) {
    if (kamelet.rule().inline().contains(name)) {
      byte[] text = given.getBytes(StandardCharsets.UTF_8);
      return "RAW(base64:" + Base64.getEncoder().encodeToString(text) + ")";
    }
    boolean isHostile =
        given.startsWith("#")
            || given.chars().anyMatch(Character::isISOControl)
            || NEVER.stream().anyMatch(given::contains);
    if (isHostile) {
      throw refused(name);
    }
    return kamelet.inPath().contains(name) ? path(name, given) : inQuery(name, given);
  }

  private static String path(String name, String given) {
    boolean isHostile =
        given.chars().anyMatch(c -> NOT_IN_PATHS.indexOf(c) >= 0)
            || given.contains("..")
            || given.contains("//");
    if (isHostile) {
      throw refused(name);
    }
    return given;
  }

  private String inQuery(String name, String given) {
    if (PLAIN.matcher(given).matches()) {
      return given;
    }
    String bean = "v-" + route + "-" + name;
    beans.put(bean, given);
    return "#bean:" + bean;
  }

  private static ConnectorProblem refused(String name) {
    return ConnectorProblem.lasting(
        "hostile-configuration", "The value of " + name + " has characters that mean more there.");
  }
}
