package io.flowmaster.identity.web;

import io.flowmaster.identity.MachineClients;
import io.flowmaster.identity.MachineClients.ClientView;
import io.flowmaster.identity.MachineClients.Kind;
import io.flowmaster.identity.MachineClients.NewSecret;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Neither answer with a secret is kept for an Idempotency-Key, for that would store the secret: the
 * second of two equal requests is refused because the id is taken.
 */
@RestController
@RequestMapping("/clients")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Machine clients", description = "Workers and agents with OAuth2 client credentials")
class ClientsController {
  private final MachineClients clients;

  ClientsController(MachineClients clients) {
    this.clients = clients;
  }

  @GetMapping
  @Operation(summary = "List the machine clients of this tenant")
  Page<ClientView> list(PageQuery page) {
    return clients.list(page);
  }

  @PostMapping
  @Operation(summary = "Make a machine client; the answer shows its secret this once")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<NewSecret> create(@Valid @RequestBody CreateClientRequest body) {
    NewSecret made = clients.create(body.id(), body.name(), body.kind(), body.roles());
    return ResponseEntity.created(URI.create("/clients/" + made.client().id()))
        .cacheControl(CacheControl.noStore())
        .body(made);
  }

  @PostMapping("/{id}/secret")
  @Operation(
      summary = "Replace the secret of a machine client",
      description = "The former secret and all tokens got by it are refused from now on.")
  ResponseEntity<NewSecret> rotateSecret(
      @Parameter(description = "the client's id", example = "my-worker") @PathVariable UserId id) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(clients.rotateSecret(id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a machine client with its tokens and keys")
  void delete(
      @Parameter(description = "the client's id", example = "my-worker") @PathVariable UserId id) {
    clients.delete(id);
  }

  record CreateClientRequest(
      @Schema(description = "the client_id; it never changes", example = "my-worker") @NotNull
          UserId id,
      @Schema(example = "My worker")
          @NotBlank
          @Size(max = 200)
          @Pattern(regexp = UsersController.PRINTABLE)
          String name,
      @Schema(example = "WORKER") @NotNull Kind kind,
      @Schema(example = "[\"worker\"]") @NotNull @Size(max = 7) Set<@NotNull String> roles) {}
}
