package io.flowmaster.knowledge.internal;

import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passages in {@code knowledge_passage}. */
@Component
class JdbcPassageStore {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  JdbcPassageStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void insert(TenantId tenant, String source, List<Piece> pieces) {
    List<Object[]> rows = new ArrayList<>();
    for (Piece piece : pieces) {
      rows.add(
          new Object[] {
            tenant.value(),
            Ids.next(),
            source,
            rows.size(),
            new SqlParameterValue(Types.INTEGER, piece.page()),
            new SqlParameterValue(Types.VARCHAR, piece.section()),
            piece.start(),
            piece.end(),
            piece.text(),
            new SqlParameterValue(Types.VARCHAR, piece.context())
          });
    }
    batches.batchUpdate(
        """
        insert into knowledge_passage (tenant, id, source, position, page, section, start_at,
          end_at, text, context, rating_sum, rating_count)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
        """,
        rows);
  }

  /** What is embedded and indexed of a passage, from a position on. */
  record Row(
      String id,
      int position,
      String text,
      @Nullable String section,
      @Nullable String context,
      @Nullable String model,
      byte @Nullable [] vector) {

    /** What it is found by: where it stands counts as much as what it says. */
    String words(String title) {
      StringBuilder words = new StringBuilder(title);
      if (section != null) {
        words.append('\n').append(section);
      }
      if (context != null) {
        words.append('\n').append(context);
      }
      return words.append('\n').append(text).toString();
    }
  }

  List<Row> rows(TenantId tenant, String source, int from, int limit) {
    return jdbc.sql(
            """
            select id, position, text, section, context, model, vector from knowledge_passage
            where tenant = :tenant and source = :source and position >= :start
            order by position limit :limit
            """)
        .param("tenant", tenant.value())
        .param("source", source)
        .param("start", from)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Row(
                    row.getString("id"),
                    row.getInt("position"),
                    row.getString("text"),
                    row.getString("section"),
                    row.getString("context"),
                    row.getString("model"),
                    row.getBytes("vector")))
        .list();
  }

  void embedded(TenantId tenant, String model, Map<String, float[]> vectors) {
    List<Object[]> rows = new ArrayList<>();
    vectors.forEach(
        (id, vector) -> rows.add(new Object[] {model, Vectors.bytes(vector), tenant.value(), id}));
    batches.batchUpdate(
        "update knowledge_passage set model = ?, vector = ? where tenant = ? and id = ?", rows);
  }

  /** A passage that can be shown. */
  record Found(
      String id,
      String text,
      String title,
      String source,
      String collection,
      @Nullable String document,
      @Nullable Integer page,
      @Nullable String section,
      @Nullable String context,
      int start,
      int end,
      Language language,
      double ratingSum,
      int ratingCount) {}

  /** Those of them that are there and in one of the collections; the index may lag. */
  List<Found> found(TenantId tenant, Collection<String> collections, Collection<String> ids) {
    return ids.isEmpty() || collections.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select p.id, p.text, p.page, p.section, p.context, p.start_at, p.end_at, p.rating_sum,
                  p.rating_count, s.title, s.id as source, s.collection, s.document, s.language
                from knowledge_passage p
                join knowledge_source s on s.tenant = p.tenant and s.id = p.source
                where p.tenant = :tenant and p.id in (:ids) and s.status = 'READY'
                  and s.collection in (:collections)
                """)
            .param("tenant", tenant.value())
            .param("ids", ids)
            .param("collections", collections)
            .query((row, n) -> found(row))
            .list();
  }

  private static Found found(ResultSet row) throws SQLException {
    int page = row.getInt("page");
    return new Found(
        row.getString("id"),
        row.getString("text"),
        row.getString("title"),
        row.getString("source"),
        row.getString("collection"),
        row.getString("document"),
        page == 0 ? null : Integer.valueOf(page),
        row.getString("section"),
        row.getString("context"),
        row.getInt("start_at"),
        row.getInt("end_at"),
        Language.of(row.getString("language")),
        row.getDouble("rating_sum"),
        row.getInt("rating_count"));
  }

  /** Somebody rated a passage, or rated it otherwise than before. */
  void rated(TenantId tenant, String id, double more, int voices) {
    jdbc.sql(
            """
            update knowledge_passage set rating_sum = rating_sum + :more,
              rating_count = rating_count + :voices
            where tenant = :tenant and id = :id
            """)
        .param("more", more)
        .param("voices", voices)
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }
}
