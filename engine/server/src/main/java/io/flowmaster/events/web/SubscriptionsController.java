package io.flowmaster.events.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventDelivery;
import io.flowmaster.events.EventSubscription;
import io.flowmaster.events.EventSubscriptions;
import io.flowmaster.events.SubscriptionDraft;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.InvalidValue;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/subscriptions")
@RolesAllowed({Roles.ADMIN, Roles.DEVELOPER})
@Tag(name = "Event subscriptions", description = "Who receives which events, and how that went")
class SubscriptionsController {
  private static final String ID = "the subscription's id";
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
  private final EventSubscriptions subscriptions;

  SubscriptionsController(EventSubscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @PostMapping
  @Idempotent
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Subscribe to events",
      description =
          "From now on matching events are delivered, at least once and in order for each subject."
              + " Webhooks get a POST with the event as JSON, signed as Standard Webhooks has it when"
              + " there is a secret; any answer but 2xx is tried again.")
  ResponseEntity<EventSubscription> create(@Valid @RequestBody SubscriptionRequest body) {
    EventSubscription made = subscriptions.create(body.draft());
    return ResponseEntity.created(URI.create("/subscriptions/" + made.id()))
        .eTag(made.revision().etag())
        .body(made);
  }

  @GetMapping
  @Operation(summary = "List the subscriptions of this tenant")
  Page<EventSubscription> search(PageQuery page) {
    return subscriptions.search(page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a subscription")
  ResponseEntity<EventSubscription> get(@Parameter(description = ID) @PathVariable String id) {
    return tagged(subscriptions.get(id));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Replace what a subscription is for",
      description = "A webhook without a secret keeps the one that it had.")
  ResponseEntity<EventSubscription> change(
      @Parameter(description = ID) @PathVariable String id,
      @Parameter(description = "the ETag of the read", example = "\"1\"")
          @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody SubscriptionRequest body) {
    return tagged(subscriptions.change(id, body.draft(), ifMatch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a subscription", description = "What waits is not delivered any more.")
  void delete(@Parameter(description = ID) @PathVariable String id) {
    subscriptions.delete(id);
  }

  @PostMapping("/{id}/pause")
  @Operation(summary = "Pause a subscription", description = "Events gather in the log meanwhile.")
  ResponseEntity<EventSubscription> pause(@Parameter(description = ID) @PathVariable String id) {
    return tagged(subscriptions.pause(id));
  }

  @PostMapping("/{id}/resume")
  @Operation(
      summary = "Resume a subscription",
      description = "It goes on where it was paused; what waits for another attempt is tried now.")
  ResponseEntity<EventSubscription> resume(@Parameter(description = ID) @PathVariable String id) {
    return tagged(subscriptions.resume(id));
  }

  @GetMapping("/{id}/deliveries")
  @Operation(summary = "List the deliveries of a subscription, newest first")
  Page<EventDelivery> deliveries(
      @Parameter(description = ID) @PathVariable String id,
      @Parameter(description = "Only those that stand so") @RequestParam(required = false)
          EventDelivery.@Nullable Status status,
      PageQuery page) {
    return subscriptions.deliveries(id, status, page);
  }

  @GetMapping("/{id}/dead-letters")
  @Operation(summary = "List what was given up, newest first")
  Page<EventDelivery> deadLetters(
      @Parameter(description = ID) @PathVariable String id, PageQuery page) {
    return subscriptions.deliveries(id, EventDelivery.Status.DEAD, page);
  }

  @PostMapping("/{id}/dead-letters/redeliver")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Try all dead letters again", description = "At most 1000 in one call.")
  RedeliveryAnswer redeliverAll(@Parameter(description = ID) @PathVariable String id) {
    return new RedeliveryAnswer(subscriptions.redeliver(id));
  }

  @PostMapping("/{id}/deliveries/{delivery}/redeliver")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Deliver one event again, whatever became of it")
  EventDelivery redeliver(
      @Parameter(description = ID) @PathVariable String id,
      @Parameter(description = "the delivery's id") @PathVariable String delivery) {
    return subscriptions.redeliver(id, delivery);
  }

  @PostMapping("/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Deliver past events once more",
      description = "To this subscriber alone, beside what happens now and in their order.")
  void replay(
      @Parameter(description = ID) @PathVariable String id,
      @Valid @RequestBody EventReplayRequest body) {
    subscriptions.replay(id, bounded(body.from()), body.to() == null ? null : bounded(body.to()));
  }

  private static Instant bounded(Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new InvalidValue("instant", "A moment lies in the years 1970 to 8999.");
    }
    return at;
  }

  private static ResponseEntity<EventSubscription> tagged(EventSubscription subscription) {
    return ResponseEntity.ok().eTag(subscription.revision().etag()).body(subscription);
  }

  /**
   * A subscription to be.
   *
   * @param name what a person reads; the target when absent
   * @param types patterns of types; {@code *} is anything
   * @param filter a FEEL expression about {@code id, source, type, subject, time, data} that is
   *     true for the wanted events; all when absent
   * @param sink {@code {url, secret?}} for a webhook, {@code {channel}} for a channel of the
   *     WebSocket gateway, {@code {kafka: {topic}}} for a topic of Kafka, or {@code {message}} for
   *     a process
   */
  @Schema(name = "EventSubscriptionRequest")
  record SubscriptionRequest(
      @Schema(example = "ERP") @Nullable @Size(min = 1, max = 200) String name,
      @Schema(example = "[\"task.*\"]") @NotEmpty @Size(max = 50)
          List<@NotNull @Size(max = 200) String> types,
      @Schema(example = "data.priority > 50") @Nullable @Size(min = 1, max = 2000) String filter,
      @Schema(
              implementation = Object.class,
              example =
                  "{\"url\":\"https://example.com/hook\",\"secret\":\"whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=\"}")
          @NotNull
          ObjectNode sink) {
    SubscriptionDraft draft() {
      return new SubscriptionDraft(name, types, filter, sink);
    }
  }

  /**
   * Which events to deliver once more.
   *
   * @param from those that happened at this moment or later
   * @param to those that happened before; now when absent
   */
  record EventReplayRequest(
      @Schema(example = "2026-01-31T09:00:00Z") @NotNull Instant from,
      @Schema(example = "2026-01-31T10:00:00Z") @Nullable Instant to) {}

  /**
   * How many are tried again.
   *
   * @param deliveries their number
   */
  record RedeliveryAnswer(@Schema(example = "3") int deliveries) {}
}
