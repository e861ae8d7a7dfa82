package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.internal.PassageIndex.Hit;
import io.flowmaster.knowledge.internal.PassageIndex.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;

/**
 * One search: the best by BM25 and the nearest vectors, each under the same filter, then for every
 * one of them both scores.
 */
final class LuceneSearch {
  private final IndexSearcher searcher;
  private final Request request;
  private final Query filter;

  LuceneSearch(IndexSearcher searcher, Request request) {
    this.searcher = searcher;
    this.request = request;
    this.filter = filter(request);
  }

  /** Who may read and what is asked for, as a part of each query and never after it. */
  private static Query filter(Request request) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(in(LuceneTenant.COLLECTION, request.collections()), Occur.FILTER);
    if (!request.sources().isEmpty()) {
      all.add(in(LuceneTenant.SOURCE, request.sources()), Occur.FILTER);
    }
    if (request.language() != null) {
      all.add(is(LuceneTenant.LANGUAGE, request.language().tag()), Occur.FILTER);
    }
    request
        .attributes()
        .forEach(
            (name, value) ->
                all.add(
                    is(LuceneTenant.ATTRIBUTE, LuceneTenant.attribute(name, value)), Occur.FILTER));
    return all.build();
  }

  private static Query in(String field, Set<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  private static Query is(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  List<Hit> hits() throws IOException {
    Query words = words();
    Map<Integer, Double> byWords = scores(filtered(words, filter), request.depth());
    Map<Integer, Double> byMeaning =
        scores(
            new KnnFloatVectorQuery(LuceneTenant.VECTOR, request.vector(), request.depth(), filter),
            request.depth());
    TreeSet<Integer> all = new TreeSet<>(byWords.keySet());
    all.addAll(byMeaning.keySet());
    Map<Integer, String> ids = ids(all);
    Map<Integer, Double> cosines = cosines(all);
    byWords.putAll(wordsOf(words, byMeaning.keySet(), byWords.keySet(), ids));
    List<Hit> hits = new ArrayList<>();
    ids.forEach(
        (doc, id) ->
            hits.add(new Hit(id, byWords.getOrDefault(doc, 0.0), cosines.getOrDefault(doc, 0.0))));
    return hits;
  }

  /** The question's words as each language takes them apart, in that language's passages. */
  private Query words() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    int most = IndexSearcher.getMaxClauseCount() / Language.values().length;
    for (Language language : Language.values()) {
      Matches.terms(request.question(), language).stream()
          .limit(most)
          .forEach(
              term ->
                  any.add(
                      new TermQuery(new Term(LuceneTenant.field(language), term)), Occur.SHOULD));
    }
    return any.build();
  }

  private static Query filtered(Query query, Query filter) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  private Map<Integer, Double> scores(Query query, int depth) throws IOException {
    Map<Integer, Double> scores = new HashMap<>();
    for (ScoreDoc each : searcher.search(query, depth).scoreDocs) {
      scores.put(each.doc, (double) each.score);
    }
    return scores;
  }

  /** Of those that were found by their meaning alone. */
  private Map<Integer, Double> wordsOf(
      Query words, Set<Integer> found, Set<Integer> known, Map<Integer, String> ids)
      throws IOException {
    Set<String> unknown = new TreeSet<>();
    found.stream().filter(doc -> !known.contains(doc)).map(ids::get).forEach(unknown::add);
    return unknown.isEmpty()
        ? Map.of()
        : scores(filtered(words, in(LuceneTenant.ID, unknown)), unknown.size());
  }

  private Map<Integer, String> ids(TreeSet<Integer> docs) throws IOException {
    StoredFields stored = searcher.storedFields();
    Map<Integer, String> ids = new HashMap<>();
    for (int doc : docs) {
      ids.put(doc, stored.document(doc, Set.of(LuceneTenant.ID)).get(LuceneTenant.ID));
    }
    return ids;
  }

  private Map<Integer, Double> cosines(TreeSet<Integer> docs) throws IOException {
    Map<Integer, Double> cosines = new HashMap<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int current = -1;
    FloatVectorValues vectors = null;
    for (int doc : docs) {
      int leaf = ReaderUtil.subIndex(doc, leaves);
      if (leaf != current) {
        current = leaf;
        vectors = leaves.get(leaf).reader().getFloatVectorValues(LuceneTenant.VECTOR);
      }
      int local = doc - leaves.get(leaf).docBase;
      boolean hasOne =
          vectors != null
              && (vectors.docID() == local
                  || vectors.docID() < local && vectors.advance(local) == local);
      if (hasOne) {
        cosines.put(doc, (double) VectorUtil.dotProduct(request.vector(), vectors.vectorValue()));
      }
    }
    return cosines;
  }
}
