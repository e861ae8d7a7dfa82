package io.flowmaster.rules.internal;

import io.flowmaster.rules.UnreadableRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The models that a model imports, carried inside it as extension elements: so it is whole wherever
 * it goes, to the process engine and in an export.
 */
final class ModelImports {
  private static final Pattern ROOT =
      Pattern.compile("<((?:[\\w.-]+:)?)definitions\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
  private static final Pattern HEAD =
      Pattern.compile(
          "\\G\\s*(?:<((?:[\\w.-]+:)?)description>[^<]*</\\1description>\\s*)?(<(?:[\\w.-]+:)?extensionElements>)?");
  private static final Pattern CARRIED =
      Pattern.compile("<flowmaster:imported\\b[^>]*>([A-Za-z0-9+/=\\s]*)</flowmaster:imported>");

  private ModelImports() {}

  static List<String> of(String xml) {
    List<String> imports = new ArrayList<>();
    Matcher carried = CARRIED.matcher(xml);
    while (carried.find()) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(carried.group(1));
        imports.add(new String(bytes, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new UnreadableRules("An imported model is not in Base64.");
      }
    }
    return imports;
  }

  /** The model with these imports instead of those that it carried. */
  static String carrying(String xml, List<String> imports) {
    String bare = CARRIED.matcher(xml).replaceAll("");
    Matcher root = ROOT.matcher(bare);
    if (imports.isEmpty() || !root.find()) {
      return bare;
    }
    StringBuilder carried = new StringBuilder();
    for (String each : imports) {
      SafeDmn.check(each);
      carried
          .append("<flowmaster:imported xmlns:flowmaster=\"")
          .append(ModelMarks.NAMESPACE)
          .append("\">")
          .append(Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8)))
          .append("</flowmaster:imported>");
    }
    Matcher head = HEAD.matcher(bare);
    boolean there = head.find(root.end()) && head.group(2) != null;
    String name = root.group(1) + "extensionElements";
    String part = there ? carried.toString() : "<" + name + ">" + carried + "</" + name + ">";
    return bare.substring(0, head.end()) + part + bare.substring(head.end());
  }
}
