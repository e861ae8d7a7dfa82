package io.flowmaster.integrations.web;

import io.flowmaster.integrations.IntegrationSecrets;
import io.flowmaster.integrations.SecretView;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/integrations/secrets")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Integrations")
class SecretsController {
  private final IntegrationSecrets secrets;

  SecretsController(IntegrationSecrets secrets) {
    this.secrets = secrets;
  }

  @GetMapping
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
  @Operation(summary = "List the names of this tenant's secrets", description = "Never the values.")
  Page<SecretView> list(PageQuery page) {
    return secrets.list(page);
  }

  @PutMapping("/{name}")
  @Operation(
      summary = "Set a secret",
      description =
          "Whether or not there was one. It is stored encrypted, and nobody can read it again.")
  SecretView put(
      @Parameter(description = "as configurations name it", example = "CRM_TOKEN")
          @PathVariable
          @Pattern(
              regexp = "[A-Za-z0-9_-]{1,64}",
              message = "has 1 to 64 letters, digits, underscores and hyphens")
          String name,
      @Valid @RequestBody SecretRequest body) {
    return secrets.put(name, body.value());
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Delete a secret",
      description = "Calls of integrations that name it fail from now on.")
  void delete(
      @Parameter(description = "its name", example = "CRM_TOKEN") @PathVariable String name) {
    secrets.delete(name);
  }

  record SecretRequest(
      @Schema(description = "the value", accessMode = Schema.AccessMode.WRITE_ONLY)
          @NotEmpty
          @Size(max = 20_000)
          String value) {
    @Override
    public String toString() {
      return "SecretRequest[***]";
    }
  }
}
