package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentExtractions;
import io.flowmaster.documents.DocumentNotReady;
import io.flowmaster.documents.DocumentReviewAsked;
import io.flowmaster.documents.DocumentReviewed;
import io.flowmaster.documents.DocumentStatus;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.documents.Documents;
import io.flowmaster.documents.ExtractedEntity;
import io.flowmaster.documents.ExtractedField;
import io.flowmaster.documents.Extraction;
import io.flowmaster.documents.ExtractionReview;
import io.flowmaster.documents.ExtractionTemplate;
import io.flowmaster.documents.ExtractionWish;
import io.flowmaster.documents.ReviewDone;
import io.flowmaster.documents.ReviewNotFound;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Extracts from stored texts, and keeps what people say of it. */
@Component
class StoredExtractions implements DocumentExtractions {
  private static final int LONGEST_VALUE = 500;
  private static final List<String> ASKED =
      List.of(
          "invoiceNumber",
          "orderNumber",
          "invoiceDate",
          "dueDate",
          "deliveryDate",
          "net",
          "tax",
          "total",
          "currency",
          "iban",
          "vatId",
          "supplier",
          "customer");
  private final Documents documents;
  private final JdbcPages pages;
  private final JdbcDocumentTexts texts;
  private final JdbcReviews reviews;
  private final JdbcTemplates templates;
  private final Learning learning;
  private final ModelFields model;
  private final DocumentsProperties properties;
  private final CurrentActor current;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StoredExtractions(
      Documents documents,
      JdbcPages pages,
      JdbcDocumentTexts texts,
      JdbcReviews reviews,
      JdbcTemplates templates,
      Learning learning,
      ModelFields model,
      DocumentsProperties properties,
      CurrentActor current,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.documents = documents;
    this.pages = pages;
    this.texts = texts;
    this.reviews = reviews;
    this.templates = templates;
    this.learning = learning;
    this.model = model;
    this.properties = properties;
    this.current = current;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Extraction extract(String document, ExtractionWish wish) {
    WishedFields wished = wish.schema() == null ? null : new WishedFields(wish.schema());
    DocumentView view = documents.get(document);
    if (view.status() != DocumentStatus.READY) {
      throw new DocumentNotReady(document, view.status());
    }
    ReadText read = texts.of(tenant(), document);
    List<Reading.Xml> xml = pages.xml(tenant(), document);
    TextExtraction found = TextExtraction.of(read, xml, this::labels);
    Optional<ExtractionTemplate> template = templates.used(tenant(), found.sender());
    List<Candidate> candidates =
        new ArrayList<>(
            wished == null ? found.candidates() : wished.among(found.candidates(), read));
    ModelFields.Said said = said(wish, wished, found, candidates, read);
    List<String> dropped = new ArrayList<>(said.dropped());
    said.candidates().forEach(each -> add(candidates, dropped, each, wished, read.language()));
    Extraction extraction =
        new Extraction(
            document,
            entities(found.entities(), wish, read),
            Agreement.of(candidates, read),
            found.lines(),
            dropped,
            found.exact(),
            said.model(),
            found.sender(),
            template.map(ExtractionTemplate::version).orElse(null),
            null);
    return wished == null ? reviewed(extraction) : extraction;
  }

  private Map<String, String> labels(String sender) {
    return templates.used(tenant(), sender).map(ExtractionTemplate::labels).orElse(Map.of());
  }

  /** A model is asked for a caller's schema, and where rules alone are not sure. */
  private ModelFields.Said said(
      ExtractionWish wish,
      @Nullable WishedFields wished,
      TextExtraction found,
      List<Candidate> candidates,
      ReadText read) {
    if (!model.available()) {
      return ModelFields.Said.NOTHING;
    }
    if (wished != null) {
      return model.ask(read, wished.names(), wish.schema());
    }
    boolean sure =
        found.exact() || lowest(Agreement.of(candidates, read)) >= properties.reviewBelow();
    return sure ? ModelFields.Said.NOTHING : model.ask(read, ASKED, null);
  }

  private static void add(
      List<Candidate> candidates,
      List<String> dropped,
      Candidate said,
      @Nullable WishedFields wished,
      @Nullable String language) {
    Candidate fit = wished == null ? said : wished.typed(said, language);
    if (fit == null) {
      dropped.add(said.field());
    } else {
      candidates.add(fit);
    }
  }

  private static List<ExtractedEntity> entities(
      List<Found> found, ExtractionWish wish, ReadText read) {
    return found.stream()
        .filter(each -> wish.types().isEmpty() || wish.types().contains(each.type()))
        .map(
            each ->
                new ExtractedEntity(
                    each.type(),
                    each.value(),
                    each.normalized(),
                    read.page(each.start()),
                    each.start(),
                    each.end(),
                    each.confidence()))
        .toList();
  }

  private static double lowest(Map<String, ExtractedField> fields) {
    return fields.values().stream().mapToDouble(ExtractedField::confidence).min().orElse(1);
  }

  /** Asks for a review when a field is below the threshold; a text without fields has none. */
  private Extraction reviewed(Extraction extraction) {
    double lowest = lowest(extraction.fields());
    boolean invoice =
        extraction.fields().keySet().stream().anyMatch(Set.of("invoiceNumber", "total")::contains);
    if (lowest >= properties.reviewBelow() || !invoice) {
      return extraction;
    }
    String id = Ids.next();
    transaction.executeWithoutResult(
        status -> {
          reviews.ask(
              tenant(),
              id,
              extraction.document(),
              extraction.sender(),
              lowest,
              extraction.fields(),
              clock.instant());
          events.publishEvent(
              new DocumentReviewAsked(
                  tenant(),
                  extraction.document(),
                  id,
                  extraction.sender(),
                  lowest,
                  clock.instant()));
        });
    return extraction.withReview(id);
  }

  @Override
  public Page<ExtractionReview> reviews(ExtractionReview.@Nullable Status status, PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        reviews.page(current.get(), status, after, page.limit() + 1),
        page,
        review -> List.of(review.id()),
        null);
  }

  @Override
  public ExtractionReview review(String id) {
    return reviews.find(current.get(), id).orElseThrow(() -> new ReviewNotFound(id));
  }

  @Override
  @Transactional
  public ExtractionReview correct(String id, Map<String, @Nullable String> corrections) {
    ExtractionReview review = review(id);
    ReadText read = texts.of(tenant(), review.document());
    Map<String, ExtractedField> right = new LinkedHashMap<>(review.fields());
    corrections.forEach(
        (field, value) -> {
          if (value == null || value.isBlank()) {
            right.remove(field);
          } else {
            right.put(field, said(field, value, right.get(field), read));
          }
        });
    String by = current.get().id().value();
    if (!reviews.done(tenant(), id, right, by, clock.instant())) {
      throw new ReviewDone(id);
    }
    ExtractionReview done = review(id);
    ExtractionTemplate learned = learning.learn(tenant(), done);
    events.publishEvent(
        new DocumentReviewed(
            tenant(),
            review.document(),
            id,
            review.sender(),
            corrections.size(),
            learned.version(),
            clock.instant()));
    return done;
  }

  private static ExtractedField said(
      String field, String value, @Nullable ExtractedField before, ReadText read) {
    if (!ASKED.contains(field)) {
      throw new InvalidValue("field", "There is no field " + field + "; there are " + ASKED + ".");
    }
    String normalized =
        value.length() > LONGEST_VALUE
            ? null
            : FieldKinds.normalized(field, value, read.language());
    if (normalized == null) {
      throw new InvalidValue("field", "The value of " + field + " does not fit it.");
    }
    if (before != null && before.normalized().equals(normalized)) {
      return new ExtractedField(
          before.value(),
          normalized,
          before.page(),
          before.start(),
          before.end(),
          1,
          before.sources());
    }
    int start = read.text().indexOf(value.strip());
    boolean there = start >= 0;
    return new ExtractedField(
        value.strip(),
        normalized,
        there ? read.page(start) : null,
        there ? start : null,
        there ? start + value.strip().length() : null,
        1,
        List.of(Candidate.PERSON));
  }

  @Override
  public Page<ExtractionTemplate> templates(PageQuery page) {
    String sender = page.cursor() == null ? "" : page.cursor().string(0);
    long version = page.cursor() == null ? Integer.MAX_VALUE : page.cursor().number(1);
    return Page.of(
        templates.page(tenant(), sender, version, page.limit() + 1),
        page,
        template -> List.of(template.sender(), template.version()),
        null);
  }

  @Override
  public List<Map<String, Object>> elementTemplates() {
    return DocumentExtractWorker.templates();
  }

  private TenantId tenant() {
    return current.tenant();
  }
}
