package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentTooLarge;
import io.flowmaster.platform.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Files on a disk: {@code <tenant>/<two digits>/<digest>}. A file appears under its name in one
 * step, so nobody reads half of one.
 */
class DiskStorage implements DocumentStorage {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER = 65_536;
  private final Path root;

  DiskStorage(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Kept keep(TenantId tenant, InputStream content, long most) {
    try {
      Path incoming = Files.createDirectories(root.resolve(tenant.value()).resolve("incoming"));
      Path file = Files.createTempFile(incoming, "upload", null);
      try {
        DigestInputStream digested =
            new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
        long size = copy(digested, file, most);
        String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
        Path place = place(tenant, sha256);
        Files.createDirectories(place.getParent());
        Files.move(
            file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Kept(sha256, size);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long copy(InputStream in, Path file, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > most) {
          throw new DocumentTooLarge(most);
        }
        out.write(buffer, 0, n);
      }
    }
    return size;
  }

  @Override
  public InputStream open(TenantId tenant, String sha256) {
    try {
      return Files.newInputStream(place(tenant, sha256));
    } catch (NoSuchFileException e) {
      throw new StoredContentMissing(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void forget(TenantId tenant, String sha256) {
    try {
      Files.deleteIfExists(place(tenant, sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(TenantId tenant, String sha256) {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no digest");
    }
    return root.resolve(tenant.value()).resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
