package io.flowmaster.samples;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** Numbers for papers and bookings: the same subject always gets the same one. */
final class References {
  private static final int DIGITS = 100_000_000;

  private References() {}

  /**
   * A reference that a retry gives again.
   *
   * @param prefix what kind of paper, for example {@code ACC}
   * @param subject what it is about
   */
  static String of(String prefix, String subject) {
    CRC32 checksum = new CRC32();
    checksum.update((prefix + ":" + subject).getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%s-%08d", prefix, checksum.getValue() % DIGITS);
  }
}
