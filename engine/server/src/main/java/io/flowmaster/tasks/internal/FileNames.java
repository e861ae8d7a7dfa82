package io.flowmaster.tasks.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what an uploader says of a file harmless. */
final class FileNames {
  private static final int LONGEST = 255;
  private static final String UNKNOWN = "application/octet-stream";

  /** RFC 9110, section 8.3.1, without parameters. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");

  private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"<>:|?*]");

  private FileNames() {}

  /** The last part of the path, without control and direction characters; never empty. */
  static String safe(@Nullable String name) {
    String last = name == null ? "" : name.substring(lastSeparator(name) + 1);
    String clean = UNWANTED.matcher(last).replaceAll("_").strip();
    if (clean.isEmpty() || clean.chars().allMatch(c -> c == '.')) {
      return "attachment";
    }
    return clean.length() <= LONGEST ? clean : shortened(clean);
  }

  private static int lastSeparator(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }

  /** Keeps a short extension. */
  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot >= 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
    return name.substring(0, LONGEST - extension.length()) + extension;
  }

  static String mediaType(@Nullable String type) {
    if (type == null) {
      return UNKNOWN;
    }
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return MEDIA_TYPE.matcher(plain).matches() ? plain : UNKNOWN;
  }
}
