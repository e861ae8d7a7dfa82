package io.flowmaster.documents.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.PersonColumns;
import io.flowmaster.platform.PersonTexts;
import io.flowmaster.platform.PersonalData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets who brought and who may see documents; what stands in files is the tenant's to judge. */
final class DocumentPersons implements PersonalData {
  private final JdbcClient jdbc;
  private final PersonColumns columns;

  DocumentPersons(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.columns =
        new PersonColumns(
            jdbc,
            "documents",
            List.of("documents_document.created_by", "documents_review.reviewed_by"),
            new PersonTexts(jdbc, json, List.of("documents_document.author")));
  }

  @Override
  public String area() {
    return columns.area();
  }

  @Override
  public Erased erase(Person person, String pseudonym) {
    Map<String, Integer> changed = new HashMap<>(columns.erase(person, pseudonym).changed());
    int readers =
        jdbc.sql(
                """
                update documents_reader set reader = :pseudonym where tenant = :tenant and reader = :person
                """)
            .param("pseudonym", Readers.user(pseudonym))
            .param("tenant", person.tenant().value())
            .param("person", Readers.user(person.id().value()))
            .update();
    if (readers > 0) {
      changed.put("documents_reader.reader", readers);
    }
    return new Erased(
        changed, List.of("Files and their texts stay as they are; remove those about the person."));
  }
}
