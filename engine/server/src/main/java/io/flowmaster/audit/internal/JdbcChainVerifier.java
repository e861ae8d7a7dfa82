package io.flowmaster.audit.internal;

import io.flowmaster.audit.ChainAnchor;
import io.flowmaster.audit.ChainReport;
import io.flowmaster.audit.ChainReport.Break;
import io.flowmaster.audit.ChainReport.Fault;
import io.flowmaster.audit.PersonErased;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a chain from its beginning, a thousand entries at a time. */
@Component
class JdbcChainVerifier {
  private static final int BATCH = 1_000;
  private final JdbcClient jdbc;
  private final MaskedJson json;

  JdbcChainVerifier(JdbcClient jdbc, MaskedJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  ChainReport verify(String tenant, @Nullable ChainAnchor anchor) {
    ChainAnchor end = end(tenant);
    Walk walk = new Walk(anchor);
    long last;
    do {
      last = walk.seq;
      batch(tenant, last, end.seq()).forEach(walk::next);
    } while (walk.seq > last);
    walk.finish(end);
    walk.account(erasures(tenant));
    return new ChainReport(
        walk.broken == null, walk.read, unsealed(tenant), walk.erased, end, walk.broken);
  }

  private ChainAnchor end(String tenant) {
    return jdbc.sql("select seq, hash from audit_chain where tenant = :tenant")
        .param("tenant", tenant)
        .query((row, n) -> new ChainAnchor(row.getLong("seq"), row.getString("hash")))
        .optional()
        .orElse(new ChainAnchor(0, ChainHash.START));
  }

  private long unsealed(String tenant) {
    return jdbc.sql("select count(*) from audit_tail where tenant = :tenant")
        .param("tenant", tenant)
        .query(Long.class)
        .single();
  }

  private List<Sealed> batch(String tenant, long after, long end) {
    return jdbc.sql(
            """
            select e.*, r.content_hash as replaced_hash from audit_entry e
            left join audit_replaced r on r.tenant = e.tenant and r.seq = e.seq and r.erasure = e.erasure
            where e.tenant = :tenant and e.seq > :after and e.seq <= :end order by e.seq limit :limit
            """)
        .param("tenant", tenant)
        .param("after", after)
        .param("end", end)
        .param("limit", BATCH)
        .query(
            (row, n) ->
                new Sealed(
                    row.getLong("seq"),
                    AuditRow.of(row),
                    row.getString("salt"),
                    row.getString("content_hash"),
                    row.getString("hash"),
                    row.getString("erasure"),
                    row.getString("replaced_hash")))
        .list();
  }

  /** The digest of what each erasure replaced, as the database has it now. */
  private Map<String, Erasure> erasures(String tenant) {
    Map<String, Erasure> found = new HashMap<>();
    jdbc.sql(
            "select erasure, seq, content_hash from audit_replaced where tenant = :tenant order by erasure, seq")
        .param("tenant", tenant)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString("erasure"), id -> new Erasure())
                  .add(row.getLong("seq"), row.getString("content_hash"));
            });
    return found;
  }

  private record Sealed(
      long seq,
      AuditRow row,
      String salt,
      String content,
      String hash,
      @Nullable String erasure,
      @Nullable String replaced) {}

  private static final class Erasure {
    private final ReplacedDigest digest = new ReplacedDigest();
    private long first;

    void add(long seq, String content) {
      first = first == 0 ? seq : first;
      digest.add(seq, content);
    }
  }

  /** Where the reading stands. */
  private final class Walk {
    private final @Nullable ChainAnchor anchor;
    private final ChainHash hashes = new ChainHash();
    private final Map<String, String> accounts = new HashMap<>();
    private String hash = ChainHash.START;
    private long seq;
    private long read;
    private long erased;
    private @Nullable Break broken;

    Walk(@Nullable ChainAnchor anchor) {
      this.anchor = anchor;
    }

    void next(Sealed entry) {
      if (entry.seq() != seq + 1) {
        broken(seq + 1, null, Fault.MISSING, "No entry stands at this place.");
      } else if (!hashes.link(hash, entry.seq(), entry.content()).equals(entry.hash())) {
        broken(entry.seq(), entry, Fault.UNLINKED, "The entry does not follow the one before.");
      }
      content(entry);
      if (entry.row().action().equals(PersonErased.ACTION)) {
        accounts.put(
            entry.row().subject(), json.read(entry.row().detail()).path("digest").asText());
      }
      read++;
      seq = entry.seq();
      hash = entry.hash();
      if (anchor != null && anchor.seq() == seq && !anchor.hash().equals(hash)) {
        broken(seq, entry, Fault.NOT_THE_ANCHOR, "The chain had another hash here before.");
      }
    }

    private void content(Sealed entry) {
      String sealed = entry.erasure() == null ? entry.content() : entry.replaced();
      if (entry.erasure() != null) {
        erased++;
      }
      if (sealed == null) {
        broken(entry.seq(), entry, Fault.UNACCOUNTED, "No erasure replaced this entry.");
      } else if (!hashes.content(entry.row(), entry.salt()).equals(sealed)) {
        broken(entry.seq(), entry, Fault.ALTERED, "The entry was changed after it was sealed.");
      }
    }

    void finish(ChainAnchor end) {
      if (seq < end.seq() || anchor != null && seq < anchor.seq()) {
        broken(seq + 1, null, Fault.MISSING, "The chain was longer: its end is missing.");
      } else if (!hash.equals(end.hash())) {
        broken(seq, null, Fault.UNLINKED, "The last entry is not the end of the chain.");
      }
    }

    void account(Map<String, Erasure> erasures) {
      erasures.forEach(
          (id, erasure) -> {
            if (!erasure.digest.end().equals(accounts.get(PersonErased.subject(id)))) {
              broken(
                  erasure.first,
                  null,
                  Fault.UNACCOUNTED,
                  "What the erasure " + id + " replaced is not what its own entry says.");
            }
          });
    }

    private void broken(long at, @Nullable Sealed entry, Fault fault, String detail) {
      if (broken == null || at < broken.seq()) {
        broken = new Break(at, entry == null ? null : entry.row().id(), fault, detail);
      }
    }
  }
}
