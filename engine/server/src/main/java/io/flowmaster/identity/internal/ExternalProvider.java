package io.flowmaster.identity.internal;

import io.flowmaster.identity.internal.IdentityProperties.Provider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** The provider by its discovery document, which is read when the first person asks for it. */
final class ExternalProvider implements ClientRegistrationRepository {
  static final String ID = "external";
  private final Provider provider;
  private final String redirectUri;
  private volatile @Nullable ClientRegistration known;

  ExternalProvider(Provider provider, String redirectUri) {
    this.provider = provider;
    this.redirectUri = redirectUri;
  }

  /**
   * @throws RuntimeException when the provider does not answer; it is asked again the next time
   */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!ID.equals(id)) {
      return null;
    }
    ClientRegistration registration = known;
    if (registration == null) {
      registration = discover();
      known = registration;
    }
    return registration;
  }

  private ClientRegistration discover() {
    ClientRegistration.Builder builder =
        ClientRegistrations.fromIssuerLocation(provider.issuer())
            .registrationId(ID)
            .clientId(provider.clientId())
            .scope(provider.scopes())
            .redirectUri(redirectUri);
    return provider.clientSecret() == null
        ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
        : builder.clientSecret(provider.clientSecret()).build();
  }
}
