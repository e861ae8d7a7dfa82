package io.flowmaster.identity.web;

import io.flowmaster.identity.Tenants;
import io.flowmaster.identity.Tenants.TenantView;
import io.flowmaster.identity.Users.UserView;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tenants")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Tenants", description = "Organisations whose data no other can see")
class TenantsController {
  private final Tenants tenants;

  TenantsController(Tenants tenants) {
    this.tenants = tenants;
  }

  @GetMapping
  @AnyRole
  @Operation(
      summary = "List one's own tenants, or all",
      description = "All with all=true, for platform administrators only.")
  Page<TenantView> list(
      @Parameter(description = "whether all are meant, not only one's own")
          @RequestParam(defaultValue = "false")
          boolean all,
      @Parameter(hidden = true) PageQuery page) {
    return all ? tenants.all(page) : new Page<>(tenants.own(), null, null);
  }

  @GetMapping("/{id}/members")
  @Operation(
      summary = "List who belongs to a tenant, with which roles",
      description = "For administrators of that tenant, and for platform administrators.")
  Page<UserView> members(
      @Parameter(description = "the tenant's id", example = "demo") @PathVariable TenantId id,
      @Parameter(description = "a part of id, name or e-mail address", example = "eve")
          @RequestParam(required = false)
          @Size(max = 200)
          @Nullable String q,
      @Parameter(hidden = true) PageQuery page) {
    return tenants.members(id, q, page);
  }

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Make a tenant, and become its first administrator",
      description = "For platform administrators only.")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<TenantView> create(@Valid @RequestBody CreateTenantRequest body) {
    TenantView made = tenants.create(body.id(), body.name());
    return ResponseEntity.created(URI.create("/tenants/" + made.id())).body(made);
  }

  @PutMapping("/{id}/members/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Make an existing user a member of a tenant, or change its roles there",
      description = "For platform administrators only.")
  void putMember(
      @Parameter(description = "the tenant's id", example = "demo") @PathVariable TenantId id,
      @Parameter(description = "the user's id", example = "employee") @PathVariable UserId user,
      @Valid @RequestBody MemberRequest body) {
    tenants.putMember(id, user, body.roles());
  }

  @DeleteMapping("/{id}/members/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End a user's membership of a tenant",
      description = "For administrators of that tenant, and for platform administrators.")
  void removeMember(
      @Parameter(description = "the tenant's id", example = "demo") @PathVariable TenantId id,
      @Parameter(description = "the user's id", example = "employee") @PathVariable UserId user) {
    tenants.removeMember(id, user);
  }

  record CreateTenantRequest(
      @Schema(example = "acme") @NotNull TenantId id,
      @Schema(example = "Acme")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = UsersController.PRINTABLE)
          String name) {}

  record MemberRequest(
      @Schema(example = "[\"employee\"]") @NotNull @Size(max = 7) Set<@NotNull String> roles) {}
}
