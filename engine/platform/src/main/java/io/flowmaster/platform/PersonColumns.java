package io.flowmaster.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Personal data of an area that keeps user ids in columns of its tables and nothing else. */
public final class PersonColumns implements PersonalData {
  private final JdbcClient jdbc;
  private final String area;
  private final String tenantColumn;
  private final List<String> columns;

  /**
   * @param columns as {@code table.column}, each of a table with a column {@code tenant}
   */
  public PersonColumns(JdbcClient jdbc, String area, List<String> columns) {
    this(jdbc, area, "tenant", columns);
  }

  public PersonColumns(JdbcClient jdbc, String area, String tenantColumn, List<String> columns) {
    this.jdbc = jdbc;
    this.area = area;
    this.tenantColumn = tenantColumn;
    this.columns = List.copyOf(columns);
  }

  @Override
  public String area() {
    return area;
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = new LinkedHashMap<>();
    for (String each : columns) {
      int dot = each.indexOf('.');
      String column = each.substring(dot + 1);
      int rows =
          jdbc.sql(
                  "update %s set %s = :pseudonym where %s = :tenant and %s = :person"
                      .formatted(each.substring(0, dot), column, tenantColumn, column))
              .param("pseudonym", pseudonym)
              .param("tenant", person.tenant().value())
              .param("person", person.id().value())
              .update();
      if (rows > 0) {
        changed.put(each, rows);
      }
    }
    return new Erased(changed, List.of());
  }
}
