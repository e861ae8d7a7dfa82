package io.flowmaster.notifications.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.identity.Person;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.notifications.LinkNotValid;
import io.flowmaster.notifications.MessageLinks;
import io.flowmaster.notifications.Unsubscribed;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskResponse;
import io.flowmaster.tasks.TaskView;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what links of messages are for, with the rights that their person has now. */
@Service
class LinkAnswers implements MessageLinks {
  private final SignedLinks links;
  private final JdbcPreferences preferences;
  private final TaskState tasks;
  private final TaskInbox inbox;
  private final UserDirectory users;
  private final EngineScope engine;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LinkAnswers(
      SignedLinks links,
      JdbcPreferences preferences,
      TaskState tasks,
      TaskInbox inbox,
      UserDirectory users,
      EngineScope engine,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.links = links;
    this.preferences = preferences;
    this.tasks = tasks;
    this.inbox = inbox;
    this.users = users;
    this.engine = engine;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Answer answer(String token) {
    SignedLinks.Action action = links.action(token);
    TaskView task = tasks.find(action.tenant(), action.task()).orElseThrow(LinkNotValid::new);
    return new Answer(task.name(), action.outcome());
  }

  @Override
  public Answer act(String token) {
    Answer answer = answer(token);
    SignedLinks.Action action = links.action(token);
    Actor actor =
        users
            .find(action.tenant(), new UserId(action.person()))
            .map(person -> actor(action.tenant(), person))
            .orElseThrow(LinkNotValid::new);
    engine.actingAs(
        actor,
        () ->
            transaction.execute(
                status -> {
                  links.use(action);
                  return inbox.respond(
                      new TaskId(action.task()),
                      new TaskResponse(action.outcome(), Map.of(), null),
                      null);
                }));
    return answer;
  }

  private static Actor actor(TenantId tenant, Person person) {
    return new Actor(
        tenant, person.id(), person.name(), Actor.Kind.PERSON, person.roles(), person.groups());
  }

  @Override
  public String topic(String token) {
    return links.subscription(token).topic();
  }

  @Override
  public String unsubscribe(String token) {
    SignedLinks.Subscription subscription = links.subscription(token);
    TenantId tenant = subscription.tenant();
    engine.actingAs(
        Actor.system(tenant),
        () ->
            transaction.execute(
                status -> {
                  preferences.unsubscribe(tenant, subscription.recipient(), subscription.topic());
                  events.publishEvent(
                      new Unsubscribed(tenant, subscription.topic(), clock.instant()));
                  return true;
                }));
    return subscription.topic();
  }
}
