package io.flowmaster.registry.internal;

import java.util.List;

/**
 * The services that the platform replaces, as far as it serves them, with their canonical ports.
 */
final class CanonicalServices {
  private static final String ENGINE = "engine";

  private CanonicalServices() {}

  /** One of them; served when the first of its paths is mapped in this version. */
  record Canonical(String name, int port, String role, List<String> paths) {}

  static final List<Canonical> ALL =
      List.of(
          new Canonical("Service Registry", 8001, ENGINE, List.of("/registry/services")),
          new Canonical("Authentication", 8002, ENGINE, List.of("/auth/login", "/oauth2")),
          new Canonical("Prompt Engineering", 8012, "ai", List.of("/prompts")),
          new Canonical("Knowledge Hub", 8009, "ai", List.of("/knowledge/query")),
          new Canonical("Legal Entities", 8014, ENGINE, List.of("/entities")),
          new Canonical("Business Rules", 8018, ENGINE, List.of("/rules")),
          new Canonical("Process Views", 8019, ENGINE, List.of("/processes/{id}/views/{kind}")),
          new Canonical(
              "Process Versioning", 8020, ENGINE, List.of("/processes/{id}/versions/{a}/diff/{b}")),
          new Canonical("Process Linking", 8021, ENGINE, List.of("/links/graph")),
          new Canonical("API Gateway", 9000, ENGINE, List.of("/gateway/routes")),
          new Canonical("Document Intelligence", 9002, "ai", List.of("/documents")),
          new Canonical("Process Design", 9003, ENGINE, List.of("/processes")),
          new Canonical("Execution Engine", 9005, ENGINE, List.of("/executions")),
          new Canonical("Human Tasks", 9006, ENGINE, List.of("/tasks")),
          new Canonical("AI Agent Orchestration", 9007, "ai", List.of("/agents/{id}/invoke")),
          new Canonical("Scheduling", 9008, ENGINE, List.of("/schedules")),
          new Canonical("Notifications", 9009, ENGINE, List.of("/notifications/send")),
          new Canonical("WebSocket Gateway", 9010, ENGINE, List.of("/channels/{id}/events")),
          new Canonical(
              "Dynamic Experience Generator", 9011, "ai", List.of("/api/v1/briefing/{taskId}")),
          new Canonical("Event Bus", 9013, ENGINE, List.of("/events", "/subscriptions")),
          new Canonical("Process Analytics", 9014, ENGINE, List.of("/analytics/processes/{id}")),
          new Canonical(
              "External Integration", 9015, "connectors", List.of("/integrations", "/webhooks")),
          new Canonical("Agent Service", 9016, "ai", List.of("/agents")),
          new Canonical("BAC Marketplace", 9016, ENGINE, List.of("/marketplace/search")));
}
