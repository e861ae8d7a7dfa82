package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentPage;
import io.flowmaster.documents.DocumentRead;
import io.flowmaster.documents.DocumentStatus;
import io.flowmaster.documents.DocumentUnreadable;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads one document: outside a transaction, because it takes long, and stores it in one. */
@Component
class DocumentReading {
  private static final int BEGUN = 10;
  private static final int FOUND = 90;
  private final JdbcDocumentStore store;
  private final JdbcPages pages;
  private final JdbcPassages passages;
  private final DocumentStorage storage;
  private final ForkedReader reader;
  private final TransactionTemplate transaction;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DocumentReading(
      JdbcDocumentStore store,
      JdbcPages pages,
      JdbcPassages passages,
      DocumentStorage storage,
      ForkedReader reader,
      TransactionTemplate transaction,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.pages = pages;
    this.passages = passages;
    this.storage = storage;
    this.reader = reader;
    this.transaction = transaction;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  void read(TenantId tenant, String id) {
    Optional<JdbcDocumentStore.Waiting> waiting =
        Optional.ofNullable(transaction.execute(status -> store.lock(tenant, id)))
            .flatMap(each -> each);
    if (waiting.isEmpty()) {
      return;
    }
    store.progress(tenant, id, DocumentStatus.PROCESSING, BEGUN, clock.instant());
    Reading reading = reading(waiting.get());
    List<DocumentPage> text = reading.pages();
    store.progress(tenant, id, DocumentStatus.PROCESSING, FOUND, clock.instant());
    List<JdbcPassages.Meant> meant =
        reading.failure() == null ? passages.meant(Passages.of(text)) : List.of();
    current.as(
        Actor.system(tenant),
        () -> transaction.execute(status -> keep(tenant, id, reading, text, meant)));
  }

  /** The platform failed with it again and again: whoever brought it is told so. */
  void giveUp(TenantId tenant, String id) {
    Reading none = new Reading();
    none.failed("platform-failed", "The platform could not read it. Bring it again later.");
    current.as(
        Actor.system(tenant),
        () -> transaction.execute(status -> keep(tenant, id, none, List.of(), List.of())));
  }

  private Reading reading(JdbcDocumentStore.Waiting waiting) {
    try (InputStream in = storage.open(waiting.tenant(), waiting.sha256())) {
      return reader.read(in, waiting.filename());
    } catch (StoredContentMissing e) {
      Reading none = new Reading();
      none.failed("content-missing", "The storage does not hold its content.");
      return none;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Object keep(
      TenantId tenant,
      String id,
      Reading reading,
      List<DocumentPage> text,
      List<JdbcPassages.Meant> meant) {
    JdbcDocumentStore.Waiting still = store.lock(tenant, id).orElse(null);
    if (still == null) {
      return null;
    }
    DocumentView.Cause failure = reading.failure();
    if (failure != null) {
      store.read(tenant, id, reading, 0, null, clock.instant());
      events.publishEvent(
          new DocumentUnreadable(tenant, id, still.filename(), failure.code(), clock.instant()));
      return null;
    }
    pages.replace(tenant, id, reading);
    passages.replace(tenant, id, meant);
    String all = text.stream().map(DocumentPage::text).collect(Collectors.joining("\n"));
    store.read(tenant, id, reading, text.size(), Languages.of(all), clock.instant());
    events.publishEvent(
        new DocumentRead(
            tenant,
            id,
            still.filename(),
            String.valueOf(reading.mediaType()),
            text.size(),
            clock.instant()));
    return null;
  }
}
