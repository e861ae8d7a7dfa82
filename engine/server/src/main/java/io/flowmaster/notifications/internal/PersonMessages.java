package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.NotificationStatus;
import io.flowmaster.notifications.Preferences;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.PersonNotices;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the messages by which a person wants to be told something, in the person's language. */
@Component
class PersonMessages implements PersonNotices {
  private static final String TASKS = "/engage/tasks/";
  private final JdbcPreferences preferences;
  private final UserDirectory users;
  private final Texts texts;
  private final Outgoing outgoing;
  private final Delivery delivery;
  private final NotificationsProperties properties;
  private final CurrentActor current;
  private final ObjectMapper json;
  private final Clock clock;

  PersonMessages(
      JdbcPreferences preferences,
      UserDirectory users,
      Texts texts,
      Outgoing outgoing,
      Delivery delivery,
      NotificationsProperties properties,
      CurrentActor current,
      ObjectMapper json,
      Clock clock) {
    this.preferences = preferences;
    this.users = users;
    this.texts = texts;
    this.outgoing = outgoing;
    this.delivery = delivery;
    this.properties = properties;
    this.current = current;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What somebody is told.
   *
   * @param path where it leads
   * @param task that it is about; null for none
   * @param actor who caused it
   */
  record Told(
      TenantId tenant,
      String topic,
      Map<String, JsonNode> variables,
      String path,
      @Nullable String task,
      UserId actor) {

    static Told ofTask(
        TenantId tenant, String topic, Map<String, JsonNode> variables, String task, UserId actor) {
      return new Told(tenant, topic, variables, TASKS + task, task, actor);
    }
  }

  @Override
  public void tell(
      TenantId tenant, String topic, UserId person, Map<String, String> variables, String path) {
    if (users.find(tenant, person).isPresent()) {
      Map<String, JsonNode> known = new HashMap<>();
      variables.forEach((name, value) -> known.put(name, json.valueToTree(value)));
      UserId actor = current.find().map(acts -> acts.id()).orElseGet(() -> new UserId("system"));
      tell(new Told(tenant, topic, known, path, null, actor), person.value());
    }
  }

  void tell(Told told, String person) {
    Preferences wishes = preferences.of(told.tenant(), person);
    if (wishes.wants(Channel.INAPP, told.topic())) {
      add(told, person, wishes, Channel.INAPP);
    }
    if (delivery.isReady(Channel.EMAIL) && wantsMail(wishes, told.topic())) {
      add(told, person, wishes, Channel.EMAIL);
    }
  }

  private boolean wantsMail(Preferences wishes, String topic) {
    boolean hasSaid =
        wishes.channels().containsKey(Channel.EMAIL)
            || wishes.topics().getOrDefault(topic, Map.of()).containsKey(Channel.EMAIL);
    return hasSaid ? wishes.wants(Channel.EMAIL, topic) : properties.mailsAboutTasks();
  }

  private void add(Told told, String person, Preferences wishes, Channel channel) {
    boolean isHere = channel == Channel.INAPP;
    Map<String, JsonNode> variables = new HashMap<>(told.variables());
    // A message about a task leads there by itself.
    String link = isHere && told.task() != null ? "" : properties.publicUrl() + told.path();
    variables.put("link", json.valueToTree(link));
    String locale = wishes.locale() == null ? "en" : wishes.locale();
    Texts.Rendered said = texts.render(told.tenant(), told.topic(), locale, variables);
    Instant now = clock.instant();
    outgoing.add(
        new MessageRow(
            Ids.next(),
            told.tenant(),
            channel,
            person,
            person,
            told.topic(),
            told.topic(),
            said.version(),
            said.text().locale(),
            said.text().subject(),
            said.text().body().strip(),
            said.text().html(),
            told.task(),
            null,
            false,
            isHere ? NotificationStatus.DELIVERED : NotificationStatus.QUEUED,
            null,
            0,
            isHere ? null : now,
            now,
            told.actor(),
            null));
  }
}
