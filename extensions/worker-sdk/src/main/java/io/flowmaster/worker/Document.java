package io.flowmaster.worker;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file in a process variable. As input of a {@link Worker} method it is read from the platform
 * when its content is first asked for; as a member of the result it becomes a file variable.
 */
public final class Document {
  private final String name;
  private final @Nullable String mimeType;
  private final @Nullable String encoding;
  private final Supplier<byte[]> source;
  private byte @Nullable [] content;

  private Document(
      String name, @Nullable String mimeType, @Nullable String encoding, Supplier<byte[]> source) {
    this.name = Objects.requireNonNull(name);
    this.mimeType = mimeType;
    this.encoding = encoding;
    this.source = source;
  }

  /** A new file, for a result. */
  public static Document of(String name, @Nullable String mimeType, byte[] content) {
    byte[] copy = content.clone();
    return new Document(name, mimeType, null, () -> copy);
  }

  /** A file whose content is read when it is first needed. */
  public static Document of(
      String name, @Nullable String mimeType, @Nullable String encoding, Supplier<byte[]> content) {
    return new Document(name, mimeType, encoding, content);
  }

  /** File name, without a folder. */
  public String name() {
    return name;
  }

  /** Media type; null when nobody said it. */
  public @Nullable String mimeType() {
    return mimeType;
  }

  /** Character encoding of a text; null when nobody said it. */
  public @Nullable String encoding() {
    return encoding;
  }

  /** The bytes; the first call fetches them, and fails when the platform is out of reach. */
  public synchronized byte[] content() {
    byte[] known = content;
    if (known == null) {
      known = source.get();
      content = known;
    }
    return known.clone();
  }
}
