package io.flowmaster.knowledge.internal;

import io.flowmaster.platform.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds passages by words and by meaning. It is derived from the tables and can be built anew from
 * them at any time; it tells ids, the tables tell what stands in them.
 */
interface PassageIndex {

  /** How far it has followed the tenant's changes. */
  Place place(TenantId tenant);

  /** Forgets everything of the tenant; it follows the changes of the epoch from their beginning. */
  void clear(TenantId tenant, String epoch);

  /** Puts these passages in the place of what it has of the source; none removes it. */
  void replace(TenantId tenant, String source, Iterable<IndexedPassage> passages);

  /** It has followed up to here, and what it has is found from now on. */
  void reached(TenantId tenant, long seq);

  /** Candidates in no order: those that fit best by words and those that do by meaning. */
  List<Hit> search(Request request);

  /** The tenants whose changes it follows from now and then, not only when it is asked. */
  Set<TenantId> followed();

  /**
   * A place in a tenant's changes.
   *
   * @param epoch empty when it follows nothing yet
   */
  record Place(String epoch, long seq) {}

  /**
   * A passage as it is found.
   *
   * @param words title, headings and text
   * @param vector null when it has none of the present model
   * @param attributes of its source
   */
  record IndexedPassage(
      String id,
      String source,
      String collection,
      Language language,
      String words,
      float @Nullable [] vector,
      Map<String, String> attributes) {}

  /**
   * What is looked for, and where; only what passes every filter takes part.
   *
   * @param collections any of these, never empty
   * @param sources any of these; empty for all
   * @param language null for all
   * @param attributes all of these
   * @param depth how many candidates of each kind
   */
  record Request(
      TenantId tenant,
      Set<String> collections,
      Set<String> sources,
      @Nullable Language language,
      Map<String, String> attributes,
      String question,
      float[] vector,
      int depth) {}

  /**
   * A candidate.
   *
   * @param words its BM25 score, 0 when no word fits
   * @param meaning the cosine of the vectors, 0 when it has none
   */
  record Hit(String id, double words, double meaning) {}
}
