package io.flowmaster.platform;

/** A stored secret cannot be read with the keys that are configured (503). */
public final class SecretUnreadable extends Problem {
  /**
   * @param key the id of the key that it names
   */
  public SecretUnreadable(String key) {
    super(
        ProblemKind.UNAVAILABLE,
        "secret-unreadable",
        "A stored secret cannot be read: it was encrypted with the key '"
            + key
            + "'. Configure that key in flowmaster.secrets.keys, or store the secret again.");
  }
}
