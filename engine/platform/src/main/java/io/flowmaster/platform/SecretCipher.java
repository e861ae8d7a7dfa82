package io.flowmaster.platform;

import java.util.Optional;

/**
 * Encrypts what the database may hold and nobody may read there: JWE (RFC 7516) in compact form,
 * {@code dir} with {@code A256GCM}. Each text names its key, so keys can be changed.
 */
public interface SecretCipher {

  /**
   * Encrypts with the key of today.
   *
   * @param context what the text belongs to, for example {@code events/acme/subscription/17}: it
   *     can be read only by who names the same, so that a text put in another row is refused there
   */
  String encrypt(String context, String clear);

  /**
   * What was encrypted.
   *
   * @throws SecretUnreadable when its key is not configured any more, or when it was changed
   */
  String decrypt(String context, String stored);

  /**
   * The same text with the key of today, for the same context.
   *
   * @return empty when the key of today encrypted it
   * @throws SecretUnreadable when its key is not configured any more, or when it was changed
   */
  Optional<String> renew(String stored);
}
