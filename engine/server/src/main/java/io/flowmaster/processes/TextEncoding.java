package io.flowmaster.processes;

import io.flowmaster.platform.InvalidValue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes stand for a text, by the rules of XML 1.0, appendix F: byte order mark, then the
 * encoding that the declaration names, then UTF-8. What it writes, it reads back the same.
 */
final class TextEncoding {
  private static final int LONGEST_DECLARATION = 400;
  private static final Pattern DECLARED =
      Pattern.compile("\\A\uFEFF?<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)");

  private TextEncoding() {}

  static byte[] encode(String text) {
    Charset charset = declared(text);
    try {
      ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      if (decode(bytes).equals(text)) {
        return bytes;
      }
    } catch (CharacterCodingException e) {
      throw unwritable(charset);
    } catch (UnsupportedOperationException e) {
      throw unwritable(charset);
    }
    throw unwritable(charset);
  }

  static String decode(byte[] bytes) {
    return new String(bytes, charsetOf(bytes));
  }

  private static Charset charsetOf(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<', 0, '?')) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0, '?', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    int length = Math.min(bytes.length, LONGEST_DECLARATION);
    return declared(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
  }

  private static Charset declared(String text) {
    Matcher matcher =
        DECLARED.matcher(text.substring(0, Math.min(text.length(), LONGEST_DECLARATION)));
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = matcher.group(1);
    try {
      return name.equalsIgnoreCase("UTF-16") ? StandardCharsets.UTF_16BE : Charset.forName(name);
    } catch (IllegalCharsetNameException | java.nio.charset.UnsupportedCharsetException e) {
      throw new InvalidValue(
          "encoding", "The encoding " + name + " is not known here. Save the file as UTF-8.");
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static InvalidValue unwritable(Charset charset) {
    return new InvalidValue(
        "encoding",
        "The text has characters that its declared encoding "
            + charset.name()
            + " cannot hold. Declare UTF-8.");
  }
}
