package io.flowmaster.processes.internal;

import io.flowmaster.platform.InvalidValue;
import io.flowmaster.processes.ModelTooLarge;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.ResourceKind;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file of a draft must be; a draft may be unsound, but it can always be read. */
final class DraftFiles {
  private static final int LONGEST_NAME = 200;
  private static final Pattern SAFE_NAME =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._()+-]{0,99}/){0,8}"
              + "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._()+-]{0,120}");
  private final long largestModel;
  private final long largestResource;

  DraftFiles(ProcessesProperties properties) {
    this.largestModel = properties.maxModelSize().toBytes();
    this.largestResource = properties.maxResourceSize().toBytes();
  }

  /** The BPMN of a draft from text, checked. */
  Resource bpmn(String name, String xml) {
    if (xml.length() > largestModel) {
      throw new ModelTooLarge("A BPMN file", largestModel);
    }
    return checked(Resource.ofText(name, ResourceKind.BPMN, xml));
  }

  /**
   * The file when it can be kept.
   *
   * @throws io.flowmaster.platform.Problem when it is too large, cannot be read, or is something
   *     else than its name says
   */
  Resource checked(Resource file) {
    requireSafeName(file.name());
    requireSize(file);
    switch (file.kind()) {
      case BPMN -> BpmnOutline.of(file);
      case DMN -> DecisionFile.check(file);
      case FORM -> FormFile.check(file);
    }
    return file;
  }

  /** The name of a BPMN file that has none of its own that is safe. */
  static String bpmnName(String key) {
    String plain = key.length() > 120 ? key.substring(0, 120) : key;
    return plain.startsWith("_") || Character.isLetterOrDigit(plain.charAt(0))
        ? plain.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "-") + ".bpmn"
        : "process.bpmn";
  }

  static boolean isSafeName(String name) {
    return name.length() <= LONGEST_NAME
        && SAFE_NAME.matcher(name).matches()
        && !name.contains("..")
        && !name.toLowerCase(Locale.ROOT).startsWith("meta-inf/");
  }

  static void requireSafeName(String name) {
    if (!isSafeName(name)) {
      throw new InvalidValue(
          "resource-name",
          "A file name has letters, digits, spaces and ._()+- and at most "
              + LONGEST_NAME
              + " characters; folders are separated by /.");
    }
  }

  private void requireSize(Resource file) {
    boolean model = file.kind() == ResourceKind.BPMN;
    long limit = model ? largestModel : largestResource;
    if (file.content().length > limit) {
      throw new ModelTooLarge(model ? "A BPMN file" : "A decision or form", limit);
    }
  }
}
