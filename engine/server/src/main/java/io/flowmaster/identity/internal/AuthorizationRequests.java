package io.flowmaster.identity.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Keeps the request that an authorization code was given for, member by member: no class of any
 * library is named in the stored text, so none is made from it.
 */
final class AuthorizationRequests {
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private AuthorizationRequests() {}

  static String write(@Nullable OAuth2AuthorizationRequest request) {
    if (request == null) {
      return "{}";
    }
    Map<String, String> parameters = new HashMap<>();
    request
        .getAdditionalParameters()
        .forEach(
            (name, value) -> {
              if (value instanceof String text) {
                parameters.put(name, text);
              }
            });
    try {
      return JSON.writeValueAsString(
          new Stored(
              request.getAuthorizationUri(),
              request.getClientId(),
              request.getRedirectUri(),
              request.getScopes(),
              request.getState(),
              parameters));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null when the session did not begin with such a request. */
  static @Nullable OAuth2AuthorizationRequest read(String text) {
    if (text.equals("{}")) {
      return null;
    }
    try {
      Stored stored = JSON.readValue(text, Stored.class);
      return OAuth2AuthorizationRequest.authorizationCode()
          .authorizationUri(stored.authorizationUri())
          .clientId(stored.clientId())
          .redirectUri(stored.redirectUri())
          .scopes(stored.scopes())
          .state(stored.state())
          .additionalParameters(Map.copyOf(stored.parameters()))
          .build();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Stored(
      String authorizationUri,
      String clientId,
      @Nullable String redirectUri,
      Set<String> scopes,
      @Nullable String state,
      Map<String, String> parameters) {}
}
