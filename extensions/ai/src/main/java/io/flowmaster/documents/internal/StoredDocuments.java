package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentDeleted;
import io.flowmaster.documents.DocumentKindRefused;
import io.flowmaster.documents.DocumentNotFound;
import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.DocumentReceived;
import io.flowmaster.documents.DocumentRefused;
import io.flowmaster.documents.DocumentSearch;
import io.flowmaster.documents.DocumentShared;
import io.flowmaster.documents.DocumentUpload;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.documents.Documents;
import io.flowmaster.documents.NewDocument;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents whose bytes lie in a storage and whose text lies in the database. */
@Component
class StoredDocuments implements Documents {
  private static final int HEAD = 65_536;
  private final JdbcDocumentStore store;
  private final JdbcPages pages;
  private final DocumentStorage storage;
  private final ReadingTurns turns;
  private final DocumentsProperties properties;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  StoredDocuments(
      JdbcDocumentStore store,
      JdbcPages pages,
      DocumentStorage storage,
      ReadingTurns turns,
      DocumentsProperties properties,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.pages = pages;
    this.storage = storage;
    this.turns = turns;
    this.properties = properties;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public Page<DocumentView> search(DocumentSearch search, PageQuery page) {
    Actor actor = current.get();
    String before = page.cursor() == null ? null : page.cursor().string(0);
    return Page.of(
        store.page(actor, search, before, page.limit() + 1),
        page,
        document -> List.of(document.id()),
        page.count() ? store.count(actor, search) : null);
  }

  @Override
  public DocumentView get(String id) {
    return store.find(current.get(), id).orElseThrow(() -> new DocumentNotFound(id));
  }

  /** The bytes are kept before the transaction, which must not wait for a slow sender. */
  @Override
  public DocumentUpload upload(NewDocument document, InputStream content) {
    Set<String> readers = new LinkedHashSet<>(Readers.said(document.readers()));
    String filename = SafeName.of(document.filename());
    BufferedInputStream in = new BufferedInputStream(content, HEAD);
    String mediaType = mediaType(in, filename);
    if (!FileKinds.isRead(mediaType)) {
      throw new DocumentKindRefused(mediaType);
    }
    DocumentStorage.Kept kept = storage.keep(current.tenant(), in, properties.mostBytes());
    if (kept.size() == 0) {
      storage.forget(current.tenant(), kept.sha256());
      throw new DocumentRefused("The file is empty.");
    }
    return transaction.execute(status -> added(filename, mediaType, kept, readers));
  }

  private DocumentUpload added(
      String filename, String mediaType, DocumentStorage.Kept kept, Set<String> readers) {
    Actor actor = current.get();
    var same = store.same(actor, kept.sha256());
    if (same.isPresent()) {
      return new DocumentUpload(same.get(), true);
    }
    String id = Ids.next();
    String by = actor.id().value();
    store.insert(actor.tenant(), id, filename, mediaType, kept, by, clock.instant());
    readers.add(Readers.user(by));
    store.readers(actor.tenant(), id, readers);
    turns.ask(actor.tenant(), id, clock.instant());
    events.publishEvent(
        new DocumentReceived(
            actor.tenant(),
            id,
            filename,
            mediaType,
            kept.size(),
            kept.sha256(),
            by,
            clock.instant()));
    return new DocumentUpload(get(id), false);
  }

  /** By the content, and by the name only where many kinds begin alike. */
  private static String mediaType(BufferedInputStream in, String filename) {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, filename);
    try {
      return MimeTypes.getDefaultMimeTypes().detect(in, metadata).getBaseType().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void content(String id, Consumer<InputStream> reader) {
    DocumentView document = get(id);
    try (InputStream in = storage.open(current.tenant(), document.sha256())) {
      reader.accept(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Page<DocumentPage> text(String id, PageQuery page) {
    DocumentView document = get(id);
    int after = page.cursor() == null ? 0 : (int) page.cursor().number(0);
    return Page.of(
        pages.pages(current.tenant(), id, after, page.limit() + 1),
        page,
        each -> List.of(each.page()),
        page.count() ? (long) document.pages() : null);
  }

  @Override
  public List<DocumentPage> pages(String id) {
    get(id);
    return pages.pages(current.tenant(), id, 0, Integer.MAX_VALUE);
  }

  @Override
  @Transactional
  public DocumentView share(String id, List<String> readers) {
    DocumentView document = own(id);
    Set<String> said = new LinkedHashSet<>(Readers.said(readers));
    List<String> told = new ArrayList<>(said);
    said.add(Readers.user(document.createdBy()));
    store.readers(current.tenant(), id, said);
    events.publishEvent(new DocumentShared(current.tenant(), id, told, clock.instant()));
    return get(id);
  }

  @Override
  @Transactional
  public void delete(String id) {
    DocumentView document = own(id);
    store.lock(current.tenant(), id).orElseThrow(() -> new DocumentNotFound(id));
    store.delete(current.tenant(), id);
    events.publishEvent(
        new DocumentDeleted(
            current.tenant(), id, document.filename(), document.sha256(), clock.instant()));
    turns.forgetAfterwards(current.tenant(), document.sha256());
  }

  /** Whoever may only read it is told the same as who may not see it. */
  private DocumentView own(String id) {
    Actor actor = current.get();
    DocumentView document = get(id);
    if (!Readers.seesAll(actor) && !document.createdBy().equals(actor.id().value())) {
      throw new DocumentNotFound(id);
    }
    return document;
  }
}
