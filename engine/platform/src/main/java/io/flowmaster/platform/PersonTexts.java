package io.flowmaster.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Personal data of an area that keeps text or JSON in which a person can be named: a pseudonym
 * takes the place of each mention (see {@link PersonMentions}).
 */
public final class PersonTexts {
  private static final int BATCH = 500;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final List<String> columns;

  /**
   * @param columns as {@code table.column}, each of a table with the columns {@code tenant} and
   *     {@code id}
   */
  public PersonTexts(JdbcClient jdbc, ObjectMapper json, List<String> columns) {
    this.jdbc = jdbc;
    this.json = json;
    this.columns = List.copyOf(columns);
  }

  /** Replaces the person everywhere; answers in how many rows of each column, if any. */
  public Map<String, Integer> erase(PersonalData.Person person, String pseudonym) {
    PersonMentions mentions = new PersonMentions(person, pseudonym);
    Map<String, Integer> changed = new LinkedHashMap<>();
    columns.forEach(column -> changed.put(column, erase(person.tenant(), mentions, column)));
    changed.values().removeIf(count -> count == 0);
    return changed;
  }

  private record Place(String id, String text) {}

  private int erase(TenantId tenant, PersonMentions mentions, String column) {
    String table = column.substring(0, column.indexOf('.'));
    String name = column.substring(column.indexOf('.') + 1);
    int changed = 0;
    String last = "";
    List<Place> batch;
    do {
      batch = batch(mentions, tenant, table, name, last);
      for (Place place : batch) {
        last = place.id();
        String now = replaced(mentions, place.text());
        if (!now.equals(place.text())) {
          changed++;
          jdbc.sql("update %s set %s = :text where id = :id".formatted(table, name))
              .params(Map.of("text", now, "id", place.id()))
              .update();
        }
      }
    } while (batch.size() == BATCH);
    return changed;
  }

  private List<Place> batch(
      PersonMentions mentions, TenantId tenant, String table, String column, String after) {
    return jdbc.sql(
            "select id, %s from %s where tenant = :tenant and id > :after and (%s) order by id limit :limit"
                .formatted(column, table, mentions.anyIn(List.of(column))))
        .params(mentions.parameters())
        .param("tenant", tenant.value())
        .param("after", after)
        .param("limit", BATCH)
        .query((row, n) -> new Place(row.getString(1), row.getString(2)))
        .list();
  }

  private String replaced(PersonMentions mentions, String text) {
    try {
      JsonNode tree = json.readTree(text);
      if (tree.isContainerNode()) {
        return mentions.replaceIn(tree) ? json.writeValueAsString(tree) : text;
      }
    } catch (JsonProcessingException plain) {
      return mentions.replacedIn(text);
    }
    return mentions.replacedIn(text);
  }
}
