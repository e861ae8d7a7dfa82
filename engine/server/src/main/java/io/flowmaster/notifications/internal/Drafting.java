package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.identity.Person;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.InvalidNotification;
import io.flowmaster.notifications.NotificationDraft;
import io.flowmaster.notifications.NotificationStatus;
import io.flowmaster.notifications.NotificationTemplate.Text;
import io.flowmaster.notifications.Preferences;
import io.flowmaster.notifications.TemplateNotFound;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskNotFound;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes messages of what people say of them. */
@Component
class Drafting {
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{5,20}");
  private final UserDirectory users;
  private final JdbcPreferences preferences;
  private final Texts texts;
  private final Delivery delivery;
  private final SignedLinks links;
  private final TaskInbox inbox;
  private final ObjectMapper json;
  private final CurrentActor current;
  private final Clock clock;

  Drafting(
      UserDirectory users,
      JdbcPreferences preferences,
      Texts texts,
      Delivery delivery,
      SignedLinks links,
      TaskInbox inbox,
      ObjectMapper json,
      CurrentActor current,
      Clock clock) {
    this.users = users;
    this.preferences = preferences;
    this.texts = texts;
    this.delivery = delivery;
    this.links = links;
    this.inbox = inbox;
    this.json = json;
    this.current = current;
    this.clock = clock;
  }

  /** What a message says. */
  private record Said(
      String locale,
      @Nullable Integer version,
      @Nullable String subject,
      String body,
      boolean html) {}

  /**
   * @throws InvalidNotification when it cannot be sent so
   */
  MessageRow row(NotificationDraft draft) {
    if (!delivery.isReady(draft.channel())) {
      throw new InvalidNotification("/channel", "This channel is not configured here.");
    }
    TenantId tenant = current.tenant();
    String person = person(draft, tenant);
    Preferences wishes = preferences.of(tenant, person == null ? draft.to() : person);
    requireTask(draft, person);
    Map<String, String> answers = answers(draft, person);
    Said said = said(draft, wishes, answers);
    String topic = topic(draft);
    boolean isWanted = wishes.wants(draft.channel(), topic);
    Instant now = clock.instant();
    return new MessageRow(
        Ids.next(),
        tenant,
        draft.channel(),
        draft.to(),
        person,
        topic,
        draft.template(),
        said.version(),
        said.locale(),
        said.subject(),
        said.body(),
        said.html(),
        draft.task(),
        draft.dedupKey(),
        draft.urgent(),
        status(draft.channel(), isWanted),
        isWanted ? null : "not-wanted",
        0,
        draft.channel() == Channel.INAPP || !isWanted ? null : now,
        now,
        current.get().id(),
        null);
  }

  private static String topic(NotificationDraft draft) {
    if (draft.topic() != null) {
      return draft.topic();
    }
    return draft.template() == null ? "general" : draft.template();
  }

  private static NotificationStatus status(Channel channel, boolean isWanted) {
    if (!isWanted) {
      return NotificationStatus.SKIPPED;
    }
    return channel == Channel.INAPP ? NotificationStatus.DELIVERED : NotificationStatus.QUEUED;
  }

  /** The user that is meant; null for an address. */
  private @Nullable String person(NotificationDraft draft, TenantId tenant) {
    String to = draft.to();
    boolean isAddress =
        draft.channel() == Channel.EMAIL && to.contains("@")
            || draft.channel() == Channel.SMS && NUMBER.matcher(to).matches();
    if (isAddress) {
      requireAddress(draft.channel(), to);
      return null;
    }
    Person person =
        to.isBlank() || to.length() > 64 ? null : users.find(tenant, new UserId(to)).orElse(null);
    if (person == null) {
      throw new InvalidNotification("/to", "There is no such user, and it is no address.");
    }
    if (draft.channel() == Channel.EMAIL && person.email() == null
        || draft.channel() == Channel.SMS && preferences.of(tenant, to).phone() == null) {
      throw new InvalidNotification("/to", "The user has no address for this channel.");
    }
    return to;
  }

  private static void requireAddress(Channel channel, String to) {
    if (channel != Channel.EMAIL) {
      return;
    }
    try {
      new InternetAddress(to, true).validate();
    } catch (AddressException e) {
      throw new InvalidNotification("/to", "This is no e-mail address.");
    }
  }

  private void requireTask(NotificationDraft draft, @Nullable String person) {
    if (draft.task() == null) {
      if (!draft.outcomes().isEmpty()) {
        throw new InvalidNotification("/outcomes", "Name the task that they answer.");
      }
      return;
    }
    try {
      inbox.get(new TaskId(draft.task()));
    } catch (TaskNotFound e) {
      throw new InvalidNotification("/task", "There is no such task.");
    }
    if (!draft.outcomes().isEmpty() && person == null) {
      throw new InvalidNotification(
          "/to", "Links that answer a task go to a user: they act with this user's rights.");
    }
  }

  private Map<String, String> answers(NotificationDraft draft, @Nullable String person) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String outcome : draft.outcomes()) {
      answers.put(
          outcome,
          links.action(
              current.tenant(), String.valueOf(person), String.valueOf(draft.task()), outcome));
    }
    return answers;
  }

  private Said said(NotificationDraft draft, Preferences wishes, Map<String, String> answers) {
    String locale = draft.locale() != null ? draft.locale() : wishes.locale();
    String language = locale == null ? "en" : locale;
    Map<String, JsonNode> variables = new HashMap<>(draft.variables());
    variables.put("links", linkList(answers));
    if (draft.template() != null) {
      return ofTemplate(draft, language, variables);
    }
    if (draft.body() == null || draft.channel() == Channel.EMAIL && draft.subject() == null) {
      throw new InvalidNotification("/body", "Name a template, or give subject and body.");
    }
    String subject = draft.subject() == null ? "" : draft.subject();
    var text = texts.render(new Text(subject, draft.body()), language, variables);
    return new Said(language, null, text.subject(), text.body() + lines(answers), false);
  }

  private Said ofTemplate(
      NotificationDraft draft, String language, Map<String, JsonNode> variables) {
    try {
      Texts.Rendered rendered =
          texts.render(current.tenant(), String.valueOf(draft.template()), language, variables);
      return new Said(
          rendered.text().locale(),
          rendered.version(),
          rendered.text().subject(),
          rendered.text().body(),
          rendered.text().html());
    } catch (TemplateNotFound e) {
      throw new InvalidNotification("/template", "There is no such template.");
    }
  }

  private JsonNode linkList(Map<String, String> answers) {
    return json.valueToTree(
        answers.entrySet().stream()
            .map(each -> Map.of("outcome", each.getKey(), "url", each.getValue()))
            .toList());
  }

  private static String lines(Map<String, String> answers) {
    List<String> lines =
        answers.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList();
    return lines.isEmpty() ? "" : lines.stream().collect(Collectors.joining("\n", "\n\n", ""));
  }
}
