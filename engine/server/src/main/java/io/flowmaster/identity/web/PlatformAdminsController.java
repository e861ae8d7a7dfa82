package io.flowmaster.identity.web;

import io.flowmaster.identity.PlatformAdmins;
import io.flowmaster.identity.Users.PersonView;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/platform-admins")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Tenants", description = "Organisations whose data no other can see")
class PlatformAdminsController {
  private final PlatformAdmins admins;

  PlatformAdminsController(PlatformAdmins admins) {
    this.admins = admins;
  }

  @GetMapping
  @Operation(
      summary = "List the platform administrators",
      description = "For platform administrators only.")
  Page<PersonView> list() {
    return new Page<>(admins.list(), null, null);
  }

  @PutMapping("/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Make a user a platform administrator",
      description = "For platform administrators only.")
  void add(@Parameter(description = "the user's id", example = "admin") @PathVariable UserId user) {
    admins.add(user);
  }

  @DeleteMapping("/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Make a user no platform administrator any more",
      description = "For platform administrators only; one always stays.")
  void remove(
      @Parameter(description = "the user's id", example = "admin") @PathVariable UserId user) {
    admins.remove(user);
  }
}
