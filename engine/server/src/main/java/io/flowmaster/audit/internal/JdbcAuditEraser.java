package io.flowmaster.audit.internal;

import io.flowmaster.platform.PersonalData.Person;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Replaces a person in sealed entries. The old content's hash stays in the chain, without the salt
 * that would let somebody guess what it was of; the new content's hash is noted beside.
 */
@Component
class JdbcAuditEraser {
  private static final int BATCH = 500;
  private final JdbcClient jdbc;
  private final MaskedJson json;
  private final boolean guarded;

  JdbcAuditEraser(JdbcClient jdbc, MaskedJson json, DataSource database) {
    this.jdbc = jdbc;
    this.json = json;
    this.guarded = isPostgresql(database);
  }

  /** How many entries were changed, and the digest over their new content. */
  record Replaced(int entries, String digest) {}

  Replaced erase(String erasure, Person person, String pseudonym) {
    if (guarded) {
      jdbc.sql("select set_config('flowmaster.audit_erasure', :erasure, true)")
          .param("erasure", erasure)
          .query(String.class)
          .single();
    }
    Forgotten forgotten = new Forgotten(json, person, pseudonym);
    ReplacedDigest digest = new ReplacedDigest();
    ChainHash hashes = new ChainHash();
    int entries = 0;
    long last = 0;
    List<Place> batch;
    do {
      batch = batch(person, last);
      for (Place place : batch) {
        AuditRow now = forgotten.of(place.row());
        if (!now.equals(place.row())) {
          String salt = ChainHash.salt();
          String content = hashes.content(now, salt);
          replace(erasure, place.seq(), now, salt, content);
          digest.add(place.seq(), content);
          entries++;
        }
        last = place.seq();
      }
    } while (batch.size() == BATCH);
    return new Replaced(entries, digest.end());
  }

  private record Place(long seq, AuditRow row) {}

  private List<Place> batch(Person person, long after) {
    List<String> words = new ArrayList<>(List.of(person.id().value()));
    if (person.name() != null) {
      words.add(person.name());
    }
    if (person.email() != null) {
      words.add(person.email());
    }
    StringBuilder any = new StringBuilder("actor = :id or on_behalf_of = :id");
    for (int i = 0; i < words.size(); i++) {
      for (String column :
          List.of("actor_name", "subject", "detail", "before_value", "after_value")) {
        any.append(" or lower(%s) like :word%d escape '!'".formatted(column, i));
      }
    }
    var query =
        jdbc.sql(
                "select seq, "
                    + AuditRow.COLUMNS
                    + " from audit_entry where tenant = :tenant and seq > :after and ("
                    + any
                    + ") order by seq limit :limit")
            .param("tenant", person.tenant().value())
            .param("after", after)
            .param("id", person.id().value())
            .param("limit", BATCH);
    for (int i = 0; i < words.size(); i++) {
      query = query.param("word" + i, "%" + pattern(words.get(i)) + "%");
    }
    return query.query((row, n) -> new Place(row.getLong("seq"), AuditRow.of(row))).list();
  }

  private void replace(String erasure, long seq, AuditRow row, String salt, String content) {
    jdbc.sql(
            """
            update audit_entry set actor = :actor, actor_name = :name, on_behalf_of = :behalf, subject = :subject,
              detail = :detail, before_value = :before, after_value = :after, salt = :salt, erasure = :erasure
            where tenant = :tenant and seq = :seq
            """)
        .param("actor", row.actor())
        .param("name", row.actorName())
        .param("behalf", row.onBehalfOf(), Types.VARCHAR)
        .param("subject", row.subject())
        .param("detail", row.detail())
        .param("before", row.before(), Types.VARCHAR)
        .param("after", row.after(), Types.VARCHAR)
        .param("salt", salt)
        .param("erasure", erasure)
        .param("tenant", row.tenant())
        .param("seq", seq)
        .update();
    jdbc.sql(
            "insert into audit_replaced (erasure, tenant, seq, content_hash) values (:erasure, :tenant, :seq, :hash)")
        .param("erasure", erasure)
        .param("tenant", row.tenant())
        .param("seq", seq)
        .param("hash", content)
        .update();
  }

  /** JSON writes what it must escape as an escape; then any text in between is looked at. */
  private static String pattern(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replace("!", "!!")
        .replace("%", "!%")
        .replace("_", "!_")
        .replace("\"", "%")
        .replace("\\", "%");
  }

  private static boolean isPostgresql(DataSource database) {
    try {
      return "PostgreSQL"
          .equals(JdbcUtils.extractDatabaseMetaData(database, m -> m.getDatabaseProductName()));
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
