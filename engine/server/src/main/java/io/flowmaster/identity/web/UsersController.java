package io.flowmaster.identity.web;

import io.flowmaster.identity.Users;
import io.flowmaster.identity.Users.PersonView;
import io.flowmaster.identity.Users.UserView;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Users", description = "The users of the current tenant")
class UsersController {
  /** No control characters. */
  static final String PRINTABLE = "[^\\p{Cntrl}]*";

  private final Users users;

  UsersController(Users users) {
    this.users = users;
  }

  @GetMapping("/users")
  @Operation(summary = "List the users of this tenant")
  Page<UserView> search(
      @Parameter(description = "a part of id, name or e-mail address", example = "eve")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String q,
      PageQuery page) {
    return users.search(q, page);
  }

  @GetMapping("/people")
  @AnyRole
  @Operation(summary = "Find colleagues by id or name, to assign work to")
  Page<PersonView> people(
      @Parameter(description = "a part of id, name or e-mail address", example = "eve")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String q,
      PageQuery page) {
    return users.people(q, page);
  }

  @GetMapping("/users/{id}")
  @Operation(summary = "Read a user of this tenant")
  ResponseEntity<UserView> get(
      @Parameter(description = "the user's id", example = "employee") @PathVariable UserId id) {
    return ok(users.get(id));
  }

  @PostMapping("/users")
  @Idempotent
  @Operation(
      summary = "Make a user of this tenant",
      description = "The user can log in once PUT /users/{id}/password has set a first password.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<UserView> create(@Valid @RequestBody CreateUserRequest body) {
    UserView made = users.create(body.id(), body.name(), body.email(), body.roles());
    return ResponseEntity.created(URI.create("/users/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @PutMapping("/users/{id}")
  @Operation(
      summary = "Change a user: name, address, roles, enabled",
      description =
          "Roles and enabled hold in this tenant only. Tokens of the user must be refreshed from now on.")
  ResponseEntity<UserView> change(
      @Parameter(description = "the user's id", example = "employee") @PathVariable UserId id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ChangeUserRequest body) {
    return ok(users.change(id, body.name(), body.email(), body.roles(), body.enabled(), ifMatch));
  }

  @PutMapping("/users/{id}/password")
  @Operation(
      summary = "Give a user a password that must be changed at the first login",
      description = "Ends the user's sessions. Without a body, a password is made.")
  ResponseEntity<TemporaryPassword> setPassword(
      @Parameter(description = "the user's id", example = "employee") @PathVariable UserId id,
      @Valid @RequestBody(required = false) @Nullable SetPasswordRequest body) {
    String password = users.setPassword(id, body == null ? null : body.password());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new TemporaryPassword(password));
  }

  private static ResponseEntity<UserView> ok(UserView user) {
    return ResponseEntity.ok().eTag(user.revision().etag()).body(user);
  }

  record CreateUserRequest(
      @Schema(description = "also the name to log in with; it never changes", example = "eve")
          @NotNull
          UserId id,
      @Schema(example = "Eve Employee") @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE)
          String name,
      @Schema(example = "eve@example.com") @Email @Size(max = 254) @Pattern(regexp = PRINTABLE)
          @Nullable String email,
      @Schema(example = "[\"employee\"]") @NotNull @Size(max = 7) Set<@NotNull String> roles) {}

  record ChangeUserRequest(
      @Schema(example = "Eve Employee") @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE)
          String name,
      @Schema(example = "eve@example.com") @Email @Size(max = 254) @Pattern(regexp = PRINTABLE)
          @Nullable String email,
      @Schema(example = "[\"employee\"]") @NotNull @Size(max = 7) Set<@NotNull String> roles,
      @Schema(example = "true") @NotNull Boolean enabled) {}

  record SetPasswordRequest(
      @Schema(description = "at least 12 characters", format = "password") @Size(max = 200)
          @Nullable String password) {}

  record TemporaryPassword(
      @Schema(description = "good for PUT /auth/password only; it cannot be shown again")
          String temporaryPassword) {}
}
