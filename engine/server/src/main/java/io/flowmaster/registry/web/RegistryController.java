package io.flowmaster.registry.web;

import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Reads;
import io.flowmaster.platform.Roles;
import io.flowmaster.registry.AnnouncedWorker;
import io.flowmaster.registry.AnnouncedWorker.WorkedTopic;
import io.flowmaster.registry.HealthReport;
import io.flowmaster.registry.NewService;
import io.flowmaster.registry.PlatformHealth;
import io.flowmaster.registry.ServiceId;
import io.flowmaster.registry.ServiceInstance;
import io.flowmaster.registry.ServiceRegistry;
import io.flowmaster.registry.WorkerRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
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
@RequestMapping("/registry")
@Tag(name = "Registry", description = "Services, workers and nodes, and whether they live")
class RegistryController {
  private static final String INSTANCE = "the instance's id";
  private static final String AN_ID = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11";
  private final ServiceRegistry services;
  private final WorkerRegistry workers;
  private final HealthReport health;

  RegistryController(ServiceRegistry services, WorkerRegistry workers, HealthReport health) {
    this.services = services;
    this.workers = workers;
    this.health = health;
  }

  @PostMapping("/services")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER, Roles.WORKER})
  @Operation(
      summary = "Register an instance of a service",
      description =
          "The gateway then leads /services/{name}/** to it, for this tenant. The same name and address again renews it. An instance with healthPath is asked for its health; another has to send heartbeats.")
  ResponseEntity<ServiceInstance> register(@Valid @RequestBody NewServiceRequest body) {
    ServiceInstance made = services.register(body.service());
    return ResponseEntity.created(URI.create("/registry/services/" + made.id())).body(made);
  }

  @PutMapping("/services/{id}/heartbeat")
  @Reads
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER, Roles.WORKER})
  @Operation(
      summary = "Give a sign of life",
      description = "About every ten seconds. 404: register again.")
  ServiceInstance heartbeat(
      @Parameter(description = INSTANCE, example = AN_ID) @PathVariable String id) {
    return services.heartbeat(new ServiceId(id));
  }

  @DeleteMapping("/services/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER, Roles.WORKER})
  @Operation(summary = "Take an instance out of the registry")
  void remove(@Parameter(description = INSTANCE, example = AN_ID) @PathVariable String id) {
    services.remove(new ServiceId(id));
  }

  @GetMapping("/services")
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER, Roles.WORKER})
  @Operation(summary = "List the instances of services")
  Page<ServiceInstance> search(
      @Parameter(description = "only of this service", example = "credit-scores")
          @RequestParam(required = false)
          @Size(max = 64)
          @Nullable String name,
      PageQuery page) {
    return services.search(name, page);
  }

  @GetMapping("/services/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER, Roles.WORKER})
  @Operation(summary = "Read an instance of a service")
  ServiceInstance get(@Parameter(description = INSTANCE, example = AN_ID) @PathVariable String id) {
    return services.get(new ServiceId(id));
  }

  @PostMapping("/workers")
  @Reads
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER, Roles.WORKER, Roles.AGENT})
  @Operation(
      summary = "Announce an external-task worker",
      description = "About every ten seconds; the worker SDK does it by itself.")
  void announce(@Valid @RequestBody WorkerAnnouncement body) {
    workers.announce(body.worker(), body.version(), body.topics());
  }

  @GetMapping("/workers")
  @RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER})
  @Operation(summary = "List the workers that announce themselves")
  Page<AnnouncedWorker> workers(PageQuery page) {
    return workers.search(page);
  }

  @GetMapping("/health")
  @AnyRole
  @Operation(
      summary = "Read what is up",
      description =
          "The platform's services with their canonical ports, its nodes, and the registered services of this tenant.")
  PlatformHealth health() {
    return health.read();
  }

  record NewServiceRequest(
      @Schema(description = "lower-case words with hyphens", example = "credit-scores")
          @NotBlank
          @Size(max = 64)
          String name,
      @Schema(description = "where it answers", example = "https://scores.example.com")
          @NotBlank
          @Size(max = 1000)
          String url,
      @Schema(description = "what to ask for its health", example = "/health")
          @Size(min = 1, max = 500)
          @Nullable String healthPath,
      @Schema(description = "of what it runs", example = "2.4.1") @Size(max = 64)
          @Nullable String version,
      @Schema(description = "what else is worth knowing", example = "{\"team\": \"risk\"}")
          @Size(max = 20)
          @Nullable Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 500) String>
              metadata) {
    NewService service() {
      try {
        return new NewService(
            name, new URI(url), healthPath, version, metadata == null ? Map.of() : metadata);
      } catch (URISyntaxException e) {
        throw new InvalidValue("url", "url is not an address.");
      }
    }
  }

  record WorkerAnnouncement(
      @Schema(description = "as it names itself when it fetches", example = "risk-worker-7f9c")
          @NotBlank
          @Size(max = 255)
          String worker,
      @Schema(description = "of what it runs", example = "1.8.0") @Size(max = 64)
          @Nullable String version,
      @Schema(description = "what it works on") @NotNull @Size(max = 200)
          List<@Valid @NotNull WorkedTopic> topics) {}
}
