package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.agents.AgentCorrected;
import io.flowmaster.agents.AgentExampleView;
import io.flowmaster.agents.AgentLesson;
import io.flowmaster.agents.ExampleStatus;
import io.flowmaster.agents.internal.Run.Turn;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What people corrected: taken down here, and shown to the agent once it was reviewed. */
@Component
class Corrections {
  private final JdbcExampleStore store;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Corrections(
      JdbcExampleStore store, CurrentActor current, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /** The examples in use as a conversation that went before, the latest ones last. */
  List<Turn> examples(TenantId tenant, String agent, int most) {
    return most == 0 ? List.of() : turns(store.page(tenant, agent, ExampleStatus.IN_USE, "", most));
  }

  static List<Turn> turns(List<AgentExampleView> latestFirst) {
    List<Turn> turns = new ArrayList<>();
    for (AgentExampleView example : latestFirst) {
      if (example.correction() != null) {
        turns.add(0, new Turn(true, said(example.correction())));
        turns.add(0, new Turn(false, AgentPrompt.data("input", example.input())));
      }
    }
    return turns;
  }

  /** How the agent would have said it. */
  static String said(JsonNode output) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("output", HiddenSecrets.in(output));
    envelope.put("confidence", 1);
    envelope.putArray("citations");
    return envelope.toString();
  }

  /** A person gave another answer than the agent; in the caller's transaction. */
  void overridden(Run run, @Nullable JsonNode proposal, JsonNode output, @Nullable String comment) {
    boolean same = output.equals(proposal);
    add(
        run.tenant(),
        run.agent(),
        run.version(),
        new AgentLesson(
            run.request().input(),
            proposal == null ? NullNode.getInstance() : proposal,
            comment == null || comment.isBlank() ? "overridden" : comment,
            same ? null : output,
            run.id()),
        run.request().outputSchema());
  }

  String add(
      TenantId tenant,
      String agent,
      int version,
      AgentLesson lesson,
      @Nullable JsonNode outputSchema) {
    String id = Ids.next();
    store.insert(
        tenant,
        id,
        agent,
        version,
        lesson,
        outputSchema,
        current.get().id().value(),
        clock.instant());
    events.publishEvent(
        new AgentCorrected(tenant, agent, id, lesson.correction() != null, clock.instant()));
    return id;
  }
}
