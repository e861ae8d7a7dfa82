package io.flowmaster.audit.internal;

import io.flowmaster.platform.PersonMentions;
import io.flowmaster.platform.PersonalData.Person;
import java.sql.Types;
import java.util.List;
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
  private static final List<String> TEXTS =
      List.of("actor_name", "subject", "detail", "before_value", "after_value");
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
    PersonMentions mentions = new PersonMentions(person, pseudonym);
    Forgotten forgotten = new Forgotten(json, mentions);
    ReplacedDigest digest = new ReplacedDigest();
    ChainHash hashes = new ChainHash();
    int entries = 0;
    long last = 0;
    List<Place> batch;
    do {
      batch = batch(mentions, person, last);
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

  private List<Place> batch(PersonMentions mentions, Person person, long after) {
    return jdbc.sql(
            "select seq, "
                + AuditRow.COLUMNS
                + " from audit_entry where tenant = :tenant and seq > :after"
                + " and (actor = :id or on_behalf_of = :id or "
                + mentions.anyIn(TEXTS)
                + ") order by seq limit :limit")
        .params(mentions.parameters())
        .param("tenant", person.tenant().value())
        .param("after", after)
        .param("id", person.id().value())
        .param("limit", BATCH)
        .query((row, n) -> new Place(row.getLong("seq"), AuditRow.of(row)))
        .list();
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

  private static boolean isPostgresql(DataSource database) {
    try {
      return "PostgreSQL"
          .equals(JdbcUtils.extractDatabaseMetaData(database, m -> m.getDatabaseProductName()));
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
