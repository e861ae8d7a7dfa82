package io.flowmaster.platform.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** The keys of {@link JweSecretCipher}: those configured, or one in a file beside the database. */
@Component
class SecretKeys {
  private static final int BYTES = 32;
  private static final String FROM_FILE = "file";
  private final SecretsProperties properties;
  private final Map<String, SecretKey> configured = new HashMap<>();
  private @Nullable SecretKey fromFile;

  SecretKeys(SecretsProperties properties) {
    this.properties = properties;
    properties
        .keys()
        .forEach((id, text) -> configured.put(id, key("flowmaster.secrets.keys." + id, text)));
    if (configured.size() > 1 && properties.current() == null) {
      throw new IllegalStateException("flowmaster.secrets.current must name one of several keys");
    }
    if (properties.current() != null && !configured.containsKey(properties.current())) {
      throw new IllegalStateException(
          "flowmaster.secrets.current names no key of flowmaster.secrets.keys");
    }
  }

  /** The id of the key to encrypt with. */
  String current() {
    if (properties.current() != null) {
      return properties.current();
    }
    return configured.isEmpty() ? FROM_FILE : configured.keySet().iterator().next();
  }

  @Nullable SecretKey find(String id) {
    SecretKey known = configured.get(id);
    return known == null && id.equals(FROM_FILE) ? fromFile() : known;
  }

  /** Made by the first that needs it, readable to the owner only. */
  private synchronized @Nullable SecretKey fromFile() {
    if (fromFile == null && (configured.isEmpty() || Files.exists(properties.file()))) {
      try {
        fromFile = key(properties.file().toString(), read(properties.file()));
      } catch (IOException e) {
        throw new UncheckedIOException("the key file cannot be read or made", e);
      }
    }
    return fromFile;
  }

  private static String read(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    return Files.readString(file).strip();
  }

  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, "secrets", ".key", ownerOnly(folder));
    Files.writeString(
        written,
        Base64.getEncoder().encodeToString(KeyGenerators.secureRandom(BYTES).generateKey()));
    try {
      // A link is made whole or not at all, so nobody reads half a key.
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      // Another process made one at the same moment, and that is the key.
    } finally {
      Files.delete(written);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static SecretKey key(String where, String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length == BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException e) {
      // Said below, without the text.
    }
    throw new IllegalStateException(where + " must hold 32 bytes in Base64");
  }
}
