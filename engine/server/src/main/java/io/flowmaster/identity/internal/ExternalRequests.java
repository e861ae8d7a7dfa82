package io.flowmaster.identity.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * A login at another provider that is under way, in a cookie of the browser that began it: state,
 * nonce and the PKCE verifier are good for that browser alone, and any node can read them.
 */
final class ExternalRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  static final String COOKIE = "flowmaster-external";

  /** Attribute of the request that ends the login: where the page wanted to go. */
  static final String QUERY = ExternalRequests.class.getName() + ".query";

  private static final Duration UNDER_WAY = Duration.ofMinutes(10);
  private static final int LONGEST_QUERY = 1_500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Stored(
      String authorizationUri,
      String clientId,
      String redirectUri,
      Set<String> scopes,
      String state,
      Map<String, Object> attributes,
      @Nullable String query) {}

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    Stored stored = read(request);
    return stored == null || !stored.state().equals(request.getParameter("state"))
        ? null
        : OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(stored.authorizationUri())
            .clientId(stored.clientId())
            .redirectUri(stored.redirectUri())
            .scopes(stored.scopes())
            .state(stored.state())
            .attributes(stored.attributes())
            .build();
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest begun,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (begun == null) {
      set(request, response, "", Duration.ZERO);
      return;
    }
    String query = request.getQueryString();
    set(
        request,
        response,
        write(
            new Stored(
                begun.getAuthorizationUri(),
                begun.getClientId(),
                begun.getRedirectUri(),
                begun.getScopes(),
                begun.getState(),
                new HashMap<>(begun.getAttributes()),
                query == null || query.length() > LONGEST_QUERY ? null : query)),
        UNDER_WAY);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    Stored stored = read(request);
    OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
    if (stored != null) {
      request.setAttribute(QUERY, stored.query());
      set(request, response, "", Duration.ZERO);
    }
    return begun;
  }

  private static String write(Stored stored) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(stored));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Stored read(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    try {
      return cookie == null
          ? null
          : JSON.readValue(Base64.getUrlDecoder().decode(cookie.getValue()), Stored.class);
    } catch (IOException | IllegalArgumentException notOurs) {
      return null;
    }
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path(ExternalLogin.BEGIN)
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
