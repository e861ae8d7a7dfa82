package io.flowmaster.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Personal data of an area that keeps user ids in columns of its tables, and maybe in texts. */
public final class PersonColumns implements PersonalData {
  private final JdbcClient jdbc;
  private final String area;
  private final String tenantColumn;
  private final List<String> columns;
  private final @Nullable PersonTexts texts;

  /**
   * @param columns as {@code table.column}, each of a table with a column {@code tenant}; after a
   *     slash the column with the name that goes with the id
   */
  public PersonColumns(JdbcClient jdbc, String area, List<String> columns) {
    this(jdbc, area, "tenant", columns, null);
  }

  public PersonColumns(JdbcClient jdbc, String area, List<String> columns, PersonTexts texts) {
    this(jdbc, area, "tenant", columns, texts);
  }

  public PersonColumns(JdbcClient jdbc, String area, String tenantColumn, List<String> columns) {
    this(jdbc, area, tenantColumn, columns, null);
  }

  private PersonColumns(
      JdbcClient jdbc,
      String area,
      String tenantColumn,
      List<String> columns,
      @Nullable PersonTexts texts) {
    this.jdbc = jdbc;
    this.area = area;
    this.tenantColumn = tenantColumn;
    this.columns = List.copyOf(columns);
    this.texts = texts;
  }

  @Override
  public String area() {
    return area;
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = new LinkedHashMap<>();
    for (String each : columns) {
      String[] names = each.split("[./]");
      int rows = erase(person, pseudonym, names);
      if (rows > 0) {
        changed.put(names[0] + "." + names[1], rows);
      }
    }
    if (texts != null) {
      texts
          .erase(person, pseudonym)
          .forEach((text, rows) -> changed.merge(text, rows, Integer::sum));
    }
    return new Erased(changed, List.of());
  }

  /**
   * @param names of the table, of the column, and of the column with the name, if there is one
   */
  private int erase(Person person, String pseudonym, String[] names) {
    String name = names.length == 2 ? "" : names[2] + " = :pseudonym, ";
    return jdbc.sql(
            "update %s set %s%s = :pseudonym where %s = :tenant and %s = :person"
                .formatted(names[0], name, names[1], tenantColumn, names[1]))
        .param("pseudonym", pseudonym)
        .param("tenant", person.tenant().value())
        .param("person", person.id().value())
        .update();
  }
}
