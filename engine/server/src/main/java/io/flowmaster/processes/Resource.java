package io.flowmaster.processes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file of a process: its BPMN, a decision, a form. The bytes are kept as they came.
 *
 * @param name the file's name, unique within the process; folders are separated by {@code /}
 * @param content never changed by the platform; do not change it either
 */
public record Resource(String name, ResourceKind kind, byte[] content) {

  /**
   * A file from text.
   *
   * @param text for XML, written in the encoding that its declaration names, UTF-8 without one
   * @throws io.flowmaster.platform.InvalidValue when the text cannot be written in that encoding
   */
  public static Resource ofText(String name, ResourceKind kind, String text) {
    return new Resource(name, kind, TextEncoding.encode(text));
  }

  /** The content as text, with its byte order mark if it has one. */
  public String text() {
    return TextEncoding.decode(content);
  }

  /** SHA-256 of the content, in lower-case hex. */
  public String sha256() {
    return sha256(content);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Resource that
        && name.equals(that.name)
        && kind == that.kind
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, kind, Arrays.hashCode(content));
  }

  @Override
  public String toString() {
    return name + " (" + content.length + " bytes)";
  }
}
