package io.flowmaster.agents.internal;

import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentMode;
import io.flowmaster.agents.Agents;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The agent of the sample process {@code invoice-intake}, in a demo that has no agents yet. */
@Component
@Profile("demo")
class DemoAgents {
  private static final Actor ADMIN =
      new Actor(
          new TenantId("demo"),
          new UserId("admin"),
          "admin",
          Actor.Kind.PERSON,
          Set.of(Roles.ADMIN),
          Set.of());
  private static final AgentDraft CLERK =
      new AgentDraft(
          "Invoice clerk",
          "Proposes cost centre and account of incoming invoices",
          "You code invoices. Answer with the cost centre and the account, four digits each, that"
              + " invoices of this supplier were booked on before. When you have no such example, say"
              + " what is most likely and that you are not sure.",
          "manager",
          null,
          List.of("accounting", "invoices"),
          List.of(),
          List.of(),
          List.of(),
          AgentDraft.USUAL_THRESHOLD,
          AgentMode.ACTIVE);
  private final Agents agents;
  private final CurrentActor current;

  DemoAgents(Agents agents, CurrentActor current) {
    this.agents = agents;
    this.current = current;
  }

  @EventListener(ApplicationReadyEvent.class)
  void load() {
    current.as(
        ADMIN,
        () ->
            agents.search(null, new PageQuery(1, null, false)).items().isEmpty()
                && agents.create(CLERK) != null);
  }
}
