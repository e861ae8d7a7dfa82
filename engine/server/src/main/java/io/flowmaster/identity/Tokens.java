package io.flowmaster.identity;

import java.time.Duration;

/**
 * What a login gives.
 *
 * @param accessToken a signed JWT
 * @param refreshToken opaque, for one use
 * @param expiresIn how long the access token lasts
 */
public record Tokens(String accessToken, String refreshToken, Duration expiresIn, Account account) {

  /** Without the tokens, for they are as good as a password. */
  @Override
  public String toString() {
    return "Tokens[of " + account.id() + "]";
  }
}
