package io.flowmaster.audit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the chain (SHA-256). An entry's content is hashed with a random salt that goes when
 * a person's data is erased from it: then nobody can find out by guessing what stood there.
 */
final class ChainHash {
  /** What the first entry follows. */
  static final String START = "0".repeat(64);

  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final MessageDigest digest = sha256();

  static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  /** The hash of everything that an entry says. */
  String content(AuditRow row, String salt) {
    field(salt);
    field(row.id());
    field(row.tenant());
    field(String.valueOf(row.at().toEpochMilli()));
    field(row.actor());
    field(row.actorName());
    field(row.actorKind());
    field(row.onBehalfOf());
    field(row.action());
    field(row.subject());
    field(row.detail());
    field(row.before());
    field(row.after());
    field(row.requestId());
    field(row.traceId());
    return end();
  }

  /** The hash of the chain up to and with a place. */
  String link(String previous, long seq, String content) {
    field(previous);
    field(String.valueOf(seq));
    field(content);
    return end();
  }

  /** Adds to the hash that {@link #end} gives; fields can't run into each other. */
  void field(@Nullable String value) {
    if (value == null) {
      digest.update((byte) '-');
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  String end() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
