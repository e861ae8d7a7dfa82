package io.flowmaster.tools;

import io.flowmaster.platform.TextDigest;

/** Names of tools from keys of things: the same key has the same name for ever. */
public final class ToolNames {
  private static final int LONGEST = 64;
  private static final int MARK = 8;

  private ToolNames() {}

  /**
   * The prefix and the key; where the key is too long or has other characters, with a part of its
   * digest at the end, so that two keys never share a name.
   */
  public static String of(String prefix, String key) {
    String plain = prefix + key;
    if (plain.length() <= LONGEST && key.matches("[A-Za-z0-9_-]+")) {
      return plain;
    }
    String mark = "_" + TextDigest.of(key).sha256().substring(0, MARK);
    String like = plain.replaceAll("[^A-Za-z0-9_-]", "-");
    return like.substring(0, Math.min(like.length(), LONGEST - mark.length())) + mark;
  }
}
