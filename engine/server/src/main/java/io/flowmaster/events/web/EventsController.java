package io.flowmaster.events.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventLog;
import io.flowmaster.events.EventSchema;
import io.flowmaster.events.EventSchemas;
import io.flowmaster.events.EventSearch;
import io.flowmaster.events.ForeignEvents;
import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/events")
@RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "Events", description = "Everything that happens, as CloudEvents 1.0")
class EventsController {
  private static final String TYPE = "[A-Za-z0-9][A-Za-z0-9._-]{0,199}";
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private final ForeignEvents foreign;
  private final EventLog log;
  private final EventSchemas schemas;
  private final CloudEventBody bodies;

  EventsController(
      ForeignEvents foreign, EventLog log, EventSchemas schemas, CloudEventBody bodies) {
    this.foreign = foreign;
    this.log = log;
    this.schemas = schemas;
    this.bodies = bodies;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RolesAllowed({Roles.ADMIN, Roles.DEVELOPER, Roles.WORKER, Roles.AGENT})
  @Operation(
      summary = "Publish events",
      description =
          "One event in structured mode (application/cloudevents+json), one in binary mode (headers"
              + " ce-id, ce-source, ce-type, …), or a batch (application/cloudevents-batch+json)."
              + " All are accepted or none. An event that came before from its source with its id is"
              + " told once. At most 1 MiB and 500 events.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/cloudevents+json",
                      schema = @Schema(implementation = Object.class),
                      examples =
                          @ExampleObject(
                              """
                              {"specversion": "1.0", "id": "4711", "source": "/erp/invoices",
                               "type": "com.example.invoice.paid", "subject": "invoice/4711",
                               "data": {"amount": 1200.5}}
                              """))))
  ResponseEntity<EventsAccepted> publish(HttpServletRequest request) throws IOException {
    List<String> ids = foreign.accept(bodies.read(request));
    return ResponseEntity.accepted()
        .body(new EventsAccepted(ids.size() == 1 ? ids.get(0) : null, ids));
  }

  @GetMapping("/replay")
  @Operation(
      summary = "Read past events of this tenant in their order",
      description =
          "Each is a CloudEvent in JSON. A page can hold fewer than were asked for and still lead on"
              + " with nextCursor, where many events were looked through for few.")
  Page<ObjectNode> replay(
      @Parameter(description = "Not before this moment", example = "2026-01-31T09:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant from,
      @Parameter(description = "Before this moment", example = "2026-01-31T10:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant to,
      @Parameter(description = "Only these types; * is anything", example = "task.*")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 50)
          List<String> types,
      @Parameter(description = "Only this subject", example = "task/4711")
          @RequestParam(required = false)
          @Nullable
          @Size(max = 300)
          String subject,
      PageQuery page) {
    EventSearch search =
        new EventSearch(bounded(from), bounded(to), types == null ? List.of() : types, subject);
    return log.replay(search, page).map(log::structured);
  }

  private static @Nullable Instant bounded(@Nullable Instant at) {
    if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
      throw new InvalidValue("instant", "A moment lies in the years 1 to 9998.");
    }
    return at;
  }

  @PostMapping("/schemas")
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Register the schema of a type",
      description =
          "From now on events of this type must fit it. The same schema again answers the version"
              + " that there is.")
  ResponseEntity<EventSchema> register(@Valid @RequestBody SchemaRequest body) {
    EventSchema made =
        schemas.register(
            body.type(),
            body.schema(),
            body.compatibility() == null
                ? EventSchema.Compatibility.BACKWARD
                : body.compatibility());
    return ResponseEntity.created(URI.create("/events/schemas/" + made.type())).body(made);
  }

  @GetMapping("/schemas")
  @AnyRole
  @Operation(summary = "List the types of events with their newest schemas")
  Page<EventSchema> schemas(
      @Parameter(description = "Only types of the platform, or of the tenant")
          @RequestParam(required = false)
          EventSchema.@Nullable Owner owner,
      PageQuery page) {
    return schemas.search(owner, page);
  }

  @GetMapping("/schemas/{type}")
  @AnyRole
  @Operation(summary = "Read the schema of a type")
  EventSchema schema(
      @Parameter(description = "the events' type", example = "task.created") @PathVariable
          String type,
      @Parameter(description = "which version; the newest when absent", example = "1")
          @RequestParam(required = false)
          @Nullable
          @Positive
          Integer version) {
    return schemas.get(type, version);
  }

  @GetMapping("/asyncapi")
  @AnyRole
  @Operation(summary = "Read the AsyncAPI 3.0 document of all events of this tenant")
  ObjectNode asyncApi() {
    return schemas.asyncApi();
  }

  /**
   * A schema to be registered.
   *
   * @param type the events' type
   * @param schema JSON Schema (draft 2020-12) of the events' data; it refers to its own parts only,
   *     and never back to itself
   * @param compatibility what it keeps of the former version; BACKWARD when absent
   */
  @Schema(name = "EventSchemaRequest")
  record SchemaRequest(
      @Schema(example = "com.example.invoice.paid") @NotNull @Pattern(regexp = TYPE) String type,
      @Schema(
              implementation = Object.class,
              example =
                  "{\"type\":\"object\",\"required\":[\"amount\"],\"properties\":{\"amount\":{\"type\":\"number\"}}}")
          @NotNull
          JsonNode schema,
      EventSchema.@Nullable Compatibility compatibility) {}

  /**
   * What was accepted.
   *
   * @param id the event's id; null for a batch
   * @param ids the ids of all events, in order
   */
  record EventsAccepted(@Nullable String id, List<String> ids) {}
}
