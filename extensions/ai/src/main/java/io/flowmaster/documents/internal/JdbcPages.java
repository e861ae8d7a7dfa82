package io.flowmaster.documents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.documents.DocumentBlock;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read in documents, in {@code documents_page} and {@code documents_xml}. */
@Component
class JdbcPages {
  private static final TypeReference<List<DocumentBlock>> BLOCKS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcPages(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Puts it in the place of what was read before. */
  void replace(TenantId tenant, String document, Reading reading) {
    delete("documents_page", tenant, document);
    delete("documents_xml", tenant, document);
    for (DocumentPage page : reading.pages()) {
      jdbc.sql(
              """
              insert into documents_page (tenant, document, page, start_at, content, blocks)
              values (:tenant, :document, :page, :start, :content, :blocks)
              """)
          .param("tenant", tenant.value())
          .param("document", document)
          .param("page", page.page())
          .param("start", page.start())
          .param("content", page.text())
          .param("blocks", write(page.blocks()))
          .update();
    }
    int position = 0;
    for (Reading.Xml xml : reading.attachments()) {
      jdbc.sql(
              """
              insert into documents_xml (tenant, document, position, name, content)
              values (:tenant, :document, :position, :name, :content)
              """)
          .param("tenant", tenant.value())
          .param("document", document)
          .param("position", position++)
          .param("name", xml.name())
          .param("content", java.util.Base64.getEncoder().encodeToString(xml.content()))
          .update();
    }
  }

  private void delete(String table, TenantId tenant, String document) {
    jdbc.sql("delete from " + table + " where tenant = :tenant and document = :document")
        .param("tenant", tenant.value())
        .param("document", document)
        .update();
  }

  List<DocumentPage> pages(TenantId tenant, String document, int after, int limit) {
    return jdbc.sql(
            """
            select page, start_at, content, blocks from documents_page
            where tenant = :tenant and document = :document and page > :after order by page limit :limit
            """)
        .param("tenant", tenant.value())
        .param("document", document)
        .param("after", after)
        .param("limit", limit)
        .query(this::page)
        .list();
  }

  List<Reading.Xml> xml(TenantId tenant, String document) {
    return jdbc.sql(
            """
            select name, content from documents_xml where tenant = :tenant and document = :document
            order by position
            """)
        .param("tenant", tenant.value())
        .param("document", document)
        .query(
            (row, n) ->
                new Reading.Xml(
                    row.getString(1),
                    java.util.Base64.getDecoder()
                        .decode(row.getString(2).getBytes(StandardCharsets.US_ASCII))))
        .list();
  }

  private DocumentPage page(ResultSet row, int number) throws SQLException {
    String text = row.getString("content");
    int start = row.getInt("start_at");
    try {
      return new DocumentPage(
          row.getInt("page"),
          start,
          start + text.length(),
          text,
          json.readValue(row.getString("blocks"), BLOCKS));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
