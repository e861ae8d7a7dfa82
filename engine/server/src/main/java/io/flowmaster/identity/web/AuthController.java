package io.flowmaster.identity.web;

import io.flowmaster.identity.Account;
import io.flowmaster.identity.Logins;
import io.flowmaster.identity.SessionOver;
import io.flowmaster.identity.Tokens;
import io.flowmaster.platform.Claims;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/auth")
@PermitAll
@Tag(name = "Authentication", description = "Log in, stay logged in, log out")
class AuthController {
  private static final String BEARER = "Bearer ";
  private final Logins logins;
  private final JwtDecoder tokens;

  AuthController(Logins logins, JwtDecoder tokens) {
    this.logins = logins;
    this.tokens = tokens;
  }

  @PostMapping("/login")
  @Operation(
      summary = "Log in with username and password",
      description =
          "403 with the code password-change-required when the password is good for a change only; 429 after too many failures.")
  ResponseEntity<TokenResponse> login(@Valid @RequestBody LoginRequest body) {
    return answer(logins.login(body.username(), body.password()));
  }

  @PostMapping("/refresh")
  @Operation(
      summary = "Take a new access token and a new refresh token for a refresh token",
      description = "A refresh token is good for one use; a second use ends the session.")
  ResponseEntity<TokenResponse> refresh(@Valid @RequestBody RefreshRequest body) {
    return answer(logins.refresh(body.refreshToken()));
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Log out: end the session of the refresh token or of the access token",
      description = "Name the session by either; all tokens of it are refused from now on.")
  void logout(
      @Valid @RequestBody(required = false) @Nullable LogoutRequest body,
      @Parameter(hidden = true) @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    if (body != null && body.refreshToken() != null) {
      logins.logout(body.refreshToken());
    } else {
      logins.end(session(authorization));
    }
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Change one's own password",
      description = "Needs no token but the current password; ends all sessions of the user.")
  void changePassword(@Valid @RequestBody ChangePasswordRequest body) {
    logins.changePassword(body.username(), body.currentPassword(), body.newPassword());
  }

  @GetMapping("/validate")
  @Operation(
      summary = "Check the access token",
      description = "401 when it is not, or no longer, good.")
  TokenValidation validate(@AuthenticationPrincipal Jwt token) {
    return new TokenValidation(
        true,
        token.getSubject(),
        token.getClaimAsString(Claims.USERNAME),
        roles(token),
        tenants(token),
        token.getExpiresAt());
  }

  @GetMapping("/me")
  @Operation(
      summary = "Show who one is, in each of one's tenants",
      description = "Needs no X-Tenant-Id: it says which tenants there are to choose from.")
  Me me(@AuthenticationPrincipal Jwt token) {
    Account account = logins.account(new UserId(token.getSubject())).orElse(null);
    Map<String, Object> memberships = token.getClaimAsMap(Claims.MEMBERSHIPS);
    return new Me(
        token.getSubject(),
        account == null ? token.getClaimAsString(Claims.NAME) : account.name(),
        account == null ? null : account.email(),
        account != null && account.platformAdmin(),
        memberships == null ? Map.of() : memberships);
  }

  private @Nullable String session(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BEARER)) {
      throw new SessionOver();
    }
    try {
      return tokens
          .decode(authorization.substring(BEARER.length()).strip())
          .getClaimAsString(Claims.SESSION);
    } catch (JwtException e) {
      throw new SessionOver();
    }
  }

  private static ResponseEntity<TokenResponse> answer(Tokens given) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new TokenResponse(
                given.accessToken(),
                given.refreshToken(),
                "Bearer",
                given.expiresIn().toSeconds(),
                UserResponse.of(given.account())));
  }

  private static Set<String> roles(Jwt token) {
    Set<String> roles = new TreeSet<>(words(token.getClaimAsStringList(Claims.ROLES)));
    Map<String, Object> memberships = token.getClaimAsMap(Claims.MEMBERSHIPS);
    if (memberships != null) {
      memberships.values().stream()
          .filter(Map.class::isInstance)
          .map(membership -> ((Map<?, ?>) membership).get("roles"))
          .filter(Collection.class::isInstance)
          .forEach(own -> ((Collection<?>) own).forEach(role -> roles.add(String.valueOf(role))));
    }
    return roles;
  }

  private static Set<String> tenants(Jwt token) {
    Map<String, Object> memberships = token.getClaimAsMap(Claims.MEMBERSHIPS);
    return new TreeSet<>(
        memberships == null
            ? words(token.getClaimAsStringList(Claims.TENANTS))
            : memberships.keySet());
  }

  private static Collection<String> words(@Nullable List<String> claim) {
    return claim == null ? List.of() : claim;
  }

  record LoginRequest(
      @Schema(example = "employee") @NotBlank @Size(max = 200) String username,
      @Schema(example = "flowmaster", format = "password") @NotNull @Size(min = 1, max = 200)
          String password) {}

  record RefreshRequest(
      @Schema(description = "the refreshToken of the former answer", example = "Jx3…")
          @NotBlank
          @Size(max = 500)
          String refreshToken) {}

  record LogoutRequest(
      @Schema(description = "when left out, the Authorization header names the session")
          @Size(max = 500)
          @Nullable String refreshToken) {}

  record ChangePasswordRequest(
      @Schema(example = "employee") @NotBlank @Size(max = 200) String username,
      @Schema(format = "password") @NotNull @Size(min = 1, max = 200) String currentPassword,
      @Schema(description = "at least 12 characters", format = "password")
          @NotNull
          @Size(min = 1, max = 200)
          String newPassword) {}

  record TokenResponse(
      @Schema(description = "a JWT for the Authorization header", example = "eyJraWQiOi…")
          String accessToken,
      @Schema(description = "for one use with /auth/refresh", example = "Jx3…") String refreshToken,
      @Schema(example = "Bearer") String tokenType,
      @Schema(description = "seconds until the access token expires", example = "600")
          long expiresIn,
      UserResponse user) {}

  record UserResponse(
      @Schema(example = "employee") String id,
      @Schema(example = "employee") String username,
      @Schema(example = "Eve Employee") String name,
      @Schema(example = "employee@demo.example") @Nullable String email,
      @Schema(description = "in any of the tenants", example = "[\"employee\"]") Set<String> roles,
      @Schema(example = "[\"demo\"]") Set<String> tenants) {
    static UserResponse of(Account account) {
      String id = account.id().value();
      return new UserResponse(
          id, id, account.name(), account.email(), account.roles(), account.tenants());
    }
  }

  record TokenValidation(
      @Schema(description = "true: a token that is not good gets a 401", example = "true")
          boolean active,
      @Schema(description = "the user's stable id, the token's sub", example = "employee")
          String subject,
      @Schema(example = "employee") @Nullable String username,
      @Schema(example = "[\"employee\"]") Set<String> roles,
      @Schema(example = "[\"demo\"]") Set<String> tenants,
      @Nullable Instant expiresAt) {}

  record Me(
      @Schema(example = "employee") String id,
      @Schema(example = "Eve Employee") @Nullable String name,
      @Schema(example = "employee@demo.example") @Nullable String email,
      @Schema(description = "whether one may make tenants and put users into them")
          boolean platformAdmin,
      @Schema(
              description = "roles and groups by tenant, as the access token has them",
              example = "{\"demo\": {\"roles\": [\"employee\"], \"groups\": [\"staff\"]}}")
          Map<String, Object> memberships) {}
}
