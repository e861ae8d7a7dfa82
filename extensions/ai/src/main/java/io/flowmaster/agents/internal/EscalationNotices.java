package io.flowmaster.agents.internal;

import io.flowmaster.agents.AgentEscalated;
import io.flowmaster.agents.AgentEscalationReassigned;
import io.flowmaster.agents.AgentView;
import io.flowmaster.agents.EscalationReason;
import io.flowmaster.platform.PersonNotices;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a manager that an agent's work waits for a decision. */
@Component
class EscalationNotices {
  private static final String TOPIC = "agent.escalated";
  private final JdbcAgentStore agents;
  private final JdbcEscalationStore escalations;
  private final PersonNotices notices;

  EscalationNotices(JdbcAgentStore agents, JdbcEscalationStore escalations, PersonNotices notices) {
    this.agents = agents;
    this.escalations = escalations;
    this.notices = notices;
  }

  @EventListener
  void on(AgentEscalated event) {
    tell(event.tenant(), event.agent(), event.escalation(), event.reason(), event.assignee());
  }

  @EventListener
  void on(AgentEscalationReassigned event) {
    escalations
        .find(event.tenant(), event.escalation())
        .ifPresent(
            one -> tell(event.tenant(), one.agent(), one.id(), one.reason(), event.assignee()));
  }

  private void tell(
      TenantId tenant, String agent, String escalation, EscalationReason reason, String manager) {
    String name = agents.find(tenant, agent).map(AgentView::name).orElse(agent);
    notices.tell(
        tenant,
        TOPIC,
        new UserId(manager),
        Map.of("agent", name, "reason", reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
        "/manager/agents/" + escalation);
  }
}
