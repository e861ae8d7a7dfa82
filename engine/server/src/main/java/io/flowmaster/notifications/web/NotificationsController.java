package io.flowmaster.notifications.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.InboxEntry;
import io.flowmaster.notifications.Notification;
import io.flowmaster.notifications.NotificationDraft;
import io.flowmaster.notifications.NotificationStatus;
import io.flowmaster.notifications.Notifications;
import io.flowmaster.notifications.Preferences;
import io.flowmaster.platform.Idempotent;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
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
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Send messages, and read one's own. */
@RestController
@RequestMapping("/notifications")
@RolesAllowed({Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN, Roles.WORKER})
@Tag(
    name = "Notifications",
    description = "Messages to people: e-mail, text message, in the workspace; what each wants")
class NotificationsController {
  private final Notifications notifications;

  NotificationsController(Notifications notifications) {
    this.notifications = notifications;
  }

  @PostMapping("/send")
  @Idempotent
  @Operation(
      summary = "Send a message",
      description =
          "It is sent in the background, as its recipient prefers; read what became of it under its id.")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Notification> send(@Valid @RequestBody NotificationRequest body) {
    Notification sent = notifications.send(body.draft());
    return ResponseEntity.accepted().location(URI.create("/notifications/" + sent.id())).body(sent);
  }

  @GetMapping
  @Operation(
      summary = "List messages, newest first",
      description = "Administrators see all of the tenant, others what they sent.")
  Page<Notification> list(
      @Parameter(description = "only those that stand so") @RequestParam(required = false)
          @Nullable NotificationStatus status,
      PageQuery page) {
    return notifications.list(status, page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read what became of a message, with each attempt")
  Notification get(@Parameter(description = "the message") @PathVariable String id) {
    return notifications.get(id);
  }

  @GetMapping("/inbox")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN})
  @Operation(summary = "List what you received in the workspace, newest first")
  Page<InboxEntry> inbox(
      @Parameter(description = "only what you have not read") @RequestParam(defaultValue = "false")
          boolean unread,
      PageQuery page) {
    return notifications.inbox(unread, page);
  }

  @GetMapping("/inbox/unread")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN})
  @Operation(summary = "Count what you have not read")
  Unread unread() {
    return new Unread(notifications.unread());
  }

  @PutMapping("/inbox/{id}/read")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN})
  @Operation(summary = "Mark a message as read")
  InboxEntry read(@Parameter(description = "the message") @PathVariable String id) {
    return notifications.read(id);
  }

  @PutMapping("/inbox/read")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN})
  @Operation(summary = "Mark all of your messages as read")
  Unread readAll() {
    notifications.readAll();
    return new Unread(notifications.unread());
  }

  @GetMapping("/preferences")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN})
  @Operation(summary = "Read what you want to receive")
  Preferences preferences() {
    return notifications.preferences();
  }

  @PutMapping("/preferences")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN})
  @Operation(
      summary = "Say what you want to receive",
      description = "Replaces all of it. Messages that wait are judged by it when they are sent.")
  Preferences prefer(@Valid @RequestBody PreferencesRequest body) {
    return notifications.prefer(body.preferences());
  }

  /**
   * How much is unread.
   *
   * @param unread how many messages
   */
  @Schema(name = "UnreadNotifications")
  record Unread(@Schema(example = "3") long unread) {}

  record NotificationRequest(
      @Schema(description = "how it goes") @NotNull Channel channel,
      @Schema(
              description = "A user id; for e-mail and text messages an address or number, too",
              example = "employee")
          @NotBlank
          @Size(max = 320)
          String to,
      @Schema(description = "What it is about; people choose by it", example = "order.late")
          @Pattern(regexp = "[a-z0-9][a-z0-9.-]{0,99}")
          @Nullable String topic,
      @Schema(description = "A template; or give subject and body", example = "order.late")
          @Size(max = 100)
          @Nullable String template,
      @Schema(description = "Mustache", example = "{{order}} is late") @Size(max = 500)
          @Nullable String subject,
      @Schema(description = "Mustache", example = "Dear {{name}}, …") @Size(max = 20_000)
          @Nullable String body,
      @Schema(description = "For the places in the text", example = "{\"order\": \"ORD-1\"}")
          @Size(max = 200)
          @Nullable Map<String, JsonNode> variables,
      @Schema(description = "The recipient's, or English, when absent", example = "de")
          @Pattern(regexp = "[a-zA-Z]{2,3}([-_][A-Za-z0-9]{2,8})?")
          @Nullable String locale,
      @Schema(description = "A task that must still be open when it is sent") @Size(max = 64)
          @Nullable String task,
      @Schema(
              description =
                  "Answers to the task: each gets a link that acts once, with the recipient's rights",
              example = "[\"approved\", \"rejected\"]")
          @Size(max = 5)
          @Nullable List<@NotBlank @Size(max = 100) String> outcomes,
      @Schema(description = "The same key is sent once", example = "order-1-late")
          @Size(min = 1, max = 200)
          @Nullable String dedupKey,
      @Schema(description = "Whether quiet hours do not matter") @Nullable Boolean urgent) {
    NotificationDraft draft() {
      return new NotificationDraft(
          channel,
          to,
          topic,
          template,
          subject,
          body,
          variables == null ? Map.of() : variables,
          locale,
          task,
          outcomes == null ? List.of() : List.copyOf(outcomes),
          dedupKey,
          Boolean.TRUE.equals(urgent));
    }
  }

  @Schema(name = "NotificationPreferencesRequest")
  record PreferencesRequest(
      @Schema(description = "in which language", example = "de")
          @Pattern(regexp = "[a-zA-Z]{2,3}([-_][A-Za-z0-9]{2,8})?")
          @Nullable String locale,
      @Schema(description = "in which the quiet hours are", example = "Europe/Berlin")
          @Size(max = 64)
          @Nullable String timezone,
      @Schema(description = "where text messages go", example = "+4930123456")
          @Pattern(regexp = "\\+?[0-9]{5,20}")
          @Nullable String phone,
      @Schema(
              description = "from then on nothing is sent but to the workspace",
              type = "string",
              example = "22:00")
          @Nullable LocalTime quietFrom,
      @Schema(description = "until then", type = "string", example = "07:00")
          @Nullable LocalTime quietTo,
      @Schema(
              description = "whether a channel is wanted; those that are not named are",
              example = "{\"email\": false}")
          @Nullable Map<Channel, @NotNull Boolean> channels,
      @Schema(
              description = "the same for one topic; it goes first",
              example = "{\"task.assigned\": {\"email\": true}}")
          @Size(max = 100)
          @Nullable Map<@Size(max = 100) String, @NotNull Map<Channel, @NotNull Boolean>> topics) {
    Preferences preferences() {
      return new Preferences(
          locale,
          timezone,
          phone,
          quietFrom,
          quietTo,
          channels == null ? Map.of() : channels,
          topics == null ? Map.of() : topics);
    }
  }
}
