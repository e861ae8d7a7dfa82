package io.flowmaster.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.flowmaster.documents.DocumentExtractions;
import io.flowmaster.documents.DocumentNotFound;
import io.flowmaster.documents.DocumentStatus;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.documents.Documents;
import io.flowmaster.documents.ExtractedField;
import io.flowmaster.documents.ExtractedLine;
import io.flowmaster.documents.Extraction;
import io.flowmaster.documents.ExtractionWish;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.ActingActor;
import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.FatalError;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.WorkerContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentExtractWorkerTest {
  private static final String DOCUMENT = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11";
  private final Documents documents = mock(Documents.class);
  private final DocumentExtractions extractions = mock(DocumentExtractions.class);
  private final ActingActor current = new ActingActor();
  private final DocumentExtractWorker worker =
      new DocumentExtractWorker(documents, extractions, current);

  @Test
  void valuesAreVariablesAndAreAskedForAsAWorkerOfTheTenant() {
    when(documents.get(DOCUMENT)).thenReturn(document(DocumentStatus.READY, null));
    when(extractions.extract(DOCUMENT, ExtractionWish.ALL))
        .thenAnswer(
            asked -> {
              Actor actor = current.get();
              assertThat(actor.tenant().value()).isEqualTo("demo");
              assertThat(actor.roles()).containsExactly(Roles.WORKER);
              return extraction();
            });
    Map<String, Object> made =
        worker.extract(Optional.of(DOCUMENT), Optional.of("invoice"), context("demo"));
    assertThat(made).containsOnlyKeys("invoice");
    assertThat(made.get("invoice"))
        .isEqualTo(
            Map.of(
                "fields",
                Map.of("total", "1200.50"),
                "confidence",
                Map.of("total", 0.9),
                "lineItems",
                List.of(Map.of("description", "Desk", "amount", BigDecimal.TEN)),
                "exact",
                false,
                "needsReview",
                true,
                "review",
                "r1"));
  }

  @Test
  void aDocumentThatIsStillReadIsComeBackTo() {
    when(documents.get(DOCUMENT)).thenReturn(document(DocumentStatus.PROCESSING, null));
    assertThatThrownBy(() -> extract(DOCUMENT, "demo")).isInstanceOf(RetryLater.class);
  }

  @Test
  void oneThatCannotBeReadIsAnErrorOfTheProcess() {
    when(documents.get(DOCUMENT))
        .thenReturn(
            document(
                DocumentStatus.FAILED, new DocumentView.Cause("encrypted", "It is encrypted")));
    assertThatThrownBy(() -> extract(DOCUMENT, "demo"))
        .isInstanceOfSatisfying(
            BusinessError.class,
            error -> {
              assertThat(error.code()).isEqualTo("DOCUMENT_UNREADABLE");
              assertThat(error).hasMessage("It is encrypted");
            });
  }

  @Test
  void whatNoRetryMendsIsAnIncident() {
    when(documents.get(DOCUMENT)).thenThrow(new DocumentNotFound(DOCUMENT));
    assertThatThrownBy(() -> extract(DOCUMENT, "demo"))
        .isInstanceOf(FatalError.class)
        .hasMessageContaining(DOCUMENT);
    assertThatThrownBy(() -> extract(null, "demo")).isInstanceOf(FatalError.class);
    assertThatThrownBy(() -> extract(DOCUMENT, null)).isInstanceOf(FatalError.class);
  }

  private void extract(@Nullable String document, @Nullable String tenant) {
    worker.extract(Optional.ofNullable(document), Optional.empty(), context(tenant));
  }

  private static WorkerContext context(@Nullable String tenant) {
    return new WorkerContext(
        "t1", DocumentExtractWorker.TOPIC, "x1", "invoices", "read", null, tenant, 3);
  }

  private static DocumentView document(DocumentStatus status, DocumentView.@Nullable Cause cause) {
    return new DocumentView(
        DOCUMENT,
        "invoice.pdf",
        "application/pdf",
        10,
        "9f",
        1,
        null,
        status,
        50,
        cause,
        null,
        List.of(),
        null,
        null,
        List.of("role:worker"),
        "employee",
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static Extraction extraction() {
    return new Extraction(
        DOCUMENT,
        List.of(),
        Map.of(
            "total", new ExtractedField("1.200,50 €", "1200.50", 1, 0, 10, 0.9, List.of("label"))),
        List.of(new ExtractedLine("Desk", null, null, BigDecimal.TEN, 1, 0, 4, 0.5)),
        List.of(),
        false,
        null,
        "vat:DE136695976",
        null,
        "r1");
  }
}
