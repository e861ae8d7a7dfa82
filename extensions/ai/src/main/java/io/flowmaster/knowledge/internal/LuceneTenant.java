package io.flowmaster.knowledge.internal;

import io.flowmaster.knowledge.internal.PassageIndex.Hit;
import io.flowmaster.knowledge.internal.PassageIndex.IndexedPassage;
import io.flowmaster.knowledge.internal.PassageIndex.Place;
import io.flowmaster.knowledge.internal.PassageIndex.Request;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tenant's index. Tenants share nothing, not even how rare a word is; a tenant's filter cannot
 * be forgotten.
 */
final class LuceneTenant implements Closeable {
  static final String ID = "id";
  static final String SOURCE = "source";
  static final String COLLECTION = "collection";
  static final String LANGUAGE = "language";
  static final String ATTRIBUTE = "attribute";
  static final String VECTOR = "vector";
  private static final Logger LOG = LoggerFactory.getLogger(LuceneTenant.class);

  /** Changes when documents get other fields: then every index is built anew. */
  private static final String FORMAT = "1";

  private static final String EPOCH_KEY = "epoch";
  private static final String PLACE_KEY = "place";
  private static final String FORM_KEY = "form";
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final String form;
  private volatile Place place;

  private LuceneTenant(IndexWriter writer, String model) throws IOException {
    this.writer = writer;
    this.form = FORMAT + "/" + model;
    this.searchers = new SearcherManager(writer, null);
    Map<String, String> told = new HashMap<>();
    if (writer.getLiveCommitData() != null) {
      writer.getLiveCommitData().forEach(entry -> told.put(entry.getKey(), entry.getValue()));
    }
    this.place =
        form.equals(told.get(FORM_KEY))
            ? new Place(told.get(EPOCH_KEY), Long.parseLong(told.get(PLACE_KEY)))
            : new Place("", 0);
  }

  /** What is there and cannot be read is thrown away: it can be built anew. */
  static LuceneTenant open(Path path, String model) throws IOException {
    Directory directory = FSDirectory.open(path);
    try {
      return new LuceneTenant(new IndexWriter(directory, config(OpenMode.CREATE_OR_APPEND)), model);
    } catch (CorruptIndexException
        | IndexFormatTooNewException
        | IndexFormatTooOldException unreadable) {
      LOG.warn("The index in {} cannot be read and is built anew: {}", path, unreadable.toString());
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
      return new LuceneTenant(new IndexWriter(directory, config(OpenMode.CREATE)), model);
    }
  }

  private static IndexWriterConfig config(OpenMode mode) {
    Map<String, Analyzer> byField = new HashMap<>();
    for (Language language : Language.values()) {
      byField.put(field(language), language.analyzer());
    }
    return new IndexWriterConfig(new PerFieldAnalyzerWrapper(new StandardAnalyzer(), byField))
        .setOpenMode(mode)
        .setCommitOnClose(false);
  }

  static String field(Language language) {
    return "words_" + language.tag();
  }

  static String attribute(String name, String value) {
    return name + '\u0000' + value;
  }

  Place place() {
    return place;
  }

  void clear(String epoch) throws IOException {
    writer.deleteAll();
    place = new Place(epoch, 0);
    commit();
  }

  void replace(String source, Iterable<IndexedPassage> passages) throws IOException {
    writer.deleteDocuments(new Term(SOURCE, source));
    for (IndexedPassage passage : passages) {
      writer.addDocument(document(passage));
    }
  }

  void reached(long seq) throws IOException {
    place = new Place(place.epoch(), seq);
    commit();
  }

  private void commit() throws IOException {
    writer.setLiveCommitData(
        Map.of(
                EPOCH_KEY, place.epoch(),
                PLACE_KEY, String.valueOf(place.seq()),
                FORM_KEY, form)
            .entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  private static Document document(IndexedPassage passage) {
    Document document = new Document();
    document.add(new StringField(ID, passage.id(), Field.Store.YES));
    document.add(new StringField(SOURCE, passage.source(), Field.Store.NO));
    document.add(new StringField(COLLECTION, passage.collection(), Field.Store.NO));
    document.add(new StringField(LANGUAGE, passage.language().tag(), Field.Store.NO));
    passage
        .attributes()
        .forEach(
            (name, value) ->
                document.add(new StringField(ATTRIBUTE, attribute(name, value), Field.Store.NO)));
    document.add(new TextField(field(passage.language()), passage.words(), Field.Store.NO));
    if (passage.vector() != null) {
      document.add(
          new KnnFloatVectorField(VECTOR, passage.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    }
    return document;
  }

  List<Hit> search(Request request) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return new LuceneSearch(searcher, request).hits();
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    writer.getDirectory().close();
  }
}
