package io.flowmaster.identity.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of identity.
 *
 * @param issuer the {@code iss} of tokens: the address that browsers and clients reach
 * @param accessTokenTtl how long an access token lasts
 * @param refreshTokenTtl how long a session lasts without a refresh
 * @param sessionTtl how long a session lasts at most
 * @param sessionCache how long a node may go on trusting a session that another node has ended
 * @param maxFailures failed logins with one name until it is locked
 * @param lockFor how long it is locked
 * @param keyRotation age at which a signing key is replaced
 * @param keyEncryptionSecret encrypts the signing keys in the database; unset, they are readable to
 *     whoever reads the database
 * @param webRedirectUris where the authorization server may send browsers back to; unset, to the
 *     workspace at the issuer's address, and under the other name of a local one
 * @param provider another identity provider that people may log in with; unset, there is none
 */
@Validated
@ConfigurationProperties("flowmaster.identity")
record IdentityProperties(
    @Shown @DefaultValue("http://localhost:9000") @NotBlank String issuer,
    @Shown @DefaultValue("PT10M") Duration accessTokenTtl,
    @Shown @DefaultValue("PT12H") Duration refreshTokenTtl,
    @Shown @DefaultValue("P30D") Duration sessionTtl,
    @Shown @DefaultValue("PT2S") Duration sessionCache,
    @Shown @DefaultValue("5") @Min(1) @Max(1000) int maxFailures,
    @Shown @DefaultValue("PT5M") Duration lockFor,
    @Shown @DefaultValue("P30D") Duration keyRotation,
    @Shown(onlyWhetherSet = true) @Nullable String keyEncryptionSecret,
    @Shown @Nullable List<String> webRedirectUris,
    @Valid @Nullable Provider provider) {

  /**
   * An OpenID Connect provider, known by its discovery document.
   *
   * @param issuer its address, without {@code /.well-known/openid-configuration}
   * @param name what stands on the button; empty for "the company account"
   * @param clientSecret unset for a public client; PKCE is used either way
   * @param tenant where its users belong: their accounts are looked for and made there
   * @param roles of accounts that are made for who has none yet; unset, none are made
   */
  record Provider(
      @NotBlank @Size(max = 500) String issuer,
      @DefaultValue("") @Size(max = 100) String name,
      @NotBlank String clientId,
      @Nullable String clientSecret,
      @DefaultValue({"openid", "profile", "email"}) @NotEmpty List<String> scopes,
      @DefaultValue("default") @NotBlank String tenant,
      @DefaultValue Set<String> roles) {

    Provider {
      Names.requireRoles(roles);
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Provider[issuer=" + issuer + "]";
    }
  }

  /** The {@code aud} of access tokens; an ID token has another, and so is of no use as one. */
  static final String AUDIENCE = "flowmaster";

  IdentityProperties {
    webRedirectUris = webRedirectUris == null ? workspaceAt(issuer) : webRedirectUris;
  }

  private static List<String> workspaceAt(String issuer) {
    return Stream.of(issuer, issuer.replace("//localhost:", "//127.0.0.1:"))
        .distinct()
        .flatMap(at -> Stream.of("/", "/callback").map(path -> at + path))
        .toList();
  }

  @Override
  public List<String> webRedirectUris() {
    return Objects.requireNonNull(webRedirectUris);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "IdentityProperties[issuer=" + issuer + "]";
  }
}
