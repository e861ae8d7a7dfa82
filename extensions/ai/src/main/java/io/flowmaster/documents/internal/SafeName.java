package io.flowmaster.documents.internal;

import java.text.Normalizer;
import java.util.Set;

/** Makes a name safe for showing and for saving, on any system. */
final class SafeName {
  private static final int LONGEST = 200;
  private static final int LONGEST_ENDING = 12;
  private static final Set<String> RESERVED =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

  private SafeName() {}

  /** The last part of a path, without control, direction and reserved characters. */
  static String of(String said) {
    String name = Normalizer.normalize(said, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder safe = new StringBuilder();
    name.codePoints().limit(4L * LONGEST).filter(SafeName::shown).forEach(safe::appendCodePoint);
    name = safe.toString().replaceAll("[<>:\"|?*]", "_").replaceAll("^[. ]+|[. ]+$", "");
    name = shortened(name);
    String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    if (name.isBlank() || RESERVED.contains(stem.toLowerCase(java.util.Locale.ROOT))) {
      return "document" + (name.isBlank() ? "" : "-" + name);
    }
    return name;
  }

  private static boolean shown(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
    int end = LONGEST - ending.length();
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + ending;
  }
}
