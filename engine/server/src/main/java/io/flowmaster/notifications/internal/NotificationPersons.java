package io.flowmaster.notifications.internal;

import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was sent to a person goes; what others were told about the person is made nameless. */
@Component
class NotificationPersons implements PersonalData {
  private final JdbcClient jdbc;
  private final PersonColumns columns;

  NotificationPersons(JdbcClient jdbc, com.fasterxml.jackson.databind.ObjectMapper json) {
    this.jdbc = jdbc;
    this.columns =
        new PersonColumns(
            jdbc,
            "notifications",
            List.of("notifications_message.created_by", "notifications_template.created_by"),
            new PersonTexts(
                jdbc,
                json,
                List.of("notifications_message.subject", "notifications_message.body")));
  }

  @Override
  public String area() {
    return columns.area();
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = new LinkedHashMap<>();
    String attempts =
        "delete from notifications_attempt where message in (select id from notifications_message"
            + " where tenant = :tenant and (person = :person or recipient = :email))";
    String messages =
        "delete from notifications_message where tenant = :tenant and (person = :person or recipient = :email)";
    String preferences =
        "delete from notifications_preference where tenant = :tenant and (recipient = :person or recipient = :email)";
    String links =
        "delete from notifications_link where tenant = :tenant and (person = :person or person = :email)";
    String notices =
        "delete from notifications_notice where tenant = :tenant and (told = :person or actor = :person or told = :email)";
    run(attempts, person);
    count(changed, "notifications_message", run(messages, person));
    count(changed, "notifications_preference", run(preferences, person));
    count(changed, "notifications_link", run(links, person));
    count(changed, "notifications_notice", run(notices, person));
    changed.putAll(columns.erase(person, pseudonym).changed());
    return new Erased(changed, List.of());
  }

  private static void count(Map<String, Integer> changed, String what, int rows) {
    if (rows > 0) {
      changed.put(what, rows);
    }
  }

  private int run(String sql, Person person) {
    return jdbc.sql(sql)
        .param("tenant", person.tenant().value())
        .param("person", person.id().value())
        .param("email", email(person.email()))
        .update();
  }

  /** No address is the empty one. */
  private static String email(@Nullable String email) {
    return email == null ? "" : email;
  }
}
