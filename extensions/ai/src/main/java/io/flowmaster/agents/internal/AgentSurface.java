package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where agents name people. */
@Configuration(proxyBeanMethods = false)
class AgentSurface {
  @Bean
  PersonalData agentsPersonalData(JdbcClient jdbc, ObjectMapper json) {
    return new PersonColumns(
        jdbc,
        "agents",
        List.of(
            "agents_agent.created_by",
            "agents_agent.updated_by",
            "agents_version.created_by",
            "agents_run.requester",
            "agents_run.on_behalf_of",
            "agents_step.decided_by",
            "agents_escalation.assignee",
            "agents_escalation.requester",
            "agents_escalation.decided_by",
            "agents_example.created_by",
            "agents_example.reviewed_by",
            "agents_case.created_by"),
        new PersonTexts(
            jdbc,
            json,
            List.of(
                "agents_agent.content",
                "agents_version.content",
                "agents_run.request",
                "agents_run.answer",
                "agents_step.content",
                "agents_escalation.proposal",
                "agents_escalation.guidance",
                "agents_escalation.output",
                "agents_example.input",
                "agents_example.output",
                "agents_example.feedback",
                "agents_example.correction",
                "agents_case.input",
                "agents_case.expected")));
  }
}
