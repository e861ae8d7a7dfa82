package io.flowmaster.notifications.internal;

import io.flowmaster.notifications.NotificationTemplate.Text;
import java.util.Map;

/** What the platform says by itself, in its languages; a tenant's template goes before it. */
final class BuiltInTexts {
  static final String ASSIGNED = "task.assigned";
  static final String ESCALATED = "task.escalated";
  static final String MENTIONED = "task.mentioned";
  static final String OVERDUE = "task.overdue";
  static final String AGENT_ESCALATED = "agent.escalated";
  static final Map<String, Map<String, Text>> ALL =
      Map.of(
          AGENT_ESCALATED,
          of(
              "{{agent}} needs you",
              "The agent {{agent}} gave you its work: {{reason}}\n\n{{link}}",
              "{{agent}} braucht dich",
              "Der Agent {{agent}} hat dir seine Arbeit gegeben: {{reason}}\n\n{{link}}"),
          ASSIGNED,
          of(
              "{{task}} is yours",
              "The task \"{{task}}\" was assigned to you.\n\n{{link}}",
              "{{task}} ist für dich",
              "Die Aufgabe „{{task}}“ wurde dir zugewiesen.\n\n{{link}}"),
          ESCALATED,
          of(
              "{{task}} was escalated",
              "{{by}} asks for help with \"{{task}}\": {{reason}}\n\n{{link}}",
              "{{task}} wurde eskaliert",
              "{{by}} bittet um Hilfe bei „{{task}}“: {{reason}}\n\n{{link}}"),
          MENTIONED,
          of(
              "{{by}} mentioned you in {{task}}",
              "{{by}} wrote about \"{{task}}\": {{message}}\n\n{{link}}",
              "{{by}} hat dich in {{task}} erwähnt",
              "{{by}} schrieb zu „{{task}}“: {{message}}\n\n{{link}}"),
          OVERDUE,
          of(
              "{{task}} is overdue",
              "The time for \"{{task}}\" is over.\n\n{{link}}",
              "{{task}} ist überfällig",
              "Die Zeit für „{{task}}“ ist abgelaufen.\n\n{{link}}"));

  private BuiltInTexts() {}

  private static Map<String, Text> of(
      String subject, String body, String germanSubject, String germanBody) {
    return Map.of("en", new Text(subject, body), "de", new Text(germanSubject, germanBody));
  }
}
