package io.flowmaster.documents.internal;

import io.flowmaster.documents.DocumentExtractions;
import io.flowmaster.documents.DocumentNotFound;
import io.flowmaster.documents.DocumentStatus;
import io.flowmaster.documents.DocumentView;
import io.flowmaster.documents.Documents;
import io.flowmaster.documents.ExtractedField;
import io.flowmaster.documents.Extraction;
import io.flowmaster.documents.ExtractionWish;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.FatalError;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.Variable;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Works service tasks that want to know what stands in a document. It sees the documents that are
 * shared with the role worker, and no more: naming a document in a process opens none.
 */
@Component
class DocumentExtractWorker {
  static final String TOPIC = "document-extract";
  static final String DOCUMENT = "documentId";
  static final String RESULT = "extractionVariable";

  /** The BPMN error of a document that could not be read. */
  static final String UNREADABLE = "DOCUMENT_UNREADABLE";

  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final String USUAL_RESULT = "extraction";
  private final Documents documents;
  private final DocumentExtractions extractions;
  private final CurrentActor current;

  DocumentExtractWorker(
      Documents documents, DocumentExtractions extractions, CurrentActor current) {
    this.documents = documents;
    this.extractions = extractions;
    this.current = current;
  }

  @Worker(value = TOPIC, errors = UNREADABLE)
  Map<String, Object> extract(
      @Variable(DOCUMENT) Optional<String> document,
      @Variable(RESULT) Optional<String> result,
      WorkerContext context) {
    String tenant = context.tenant();
    if (tenant == null || document.isEmpty()) {
      throw new FatalError("The task names no document: its input " + DOCUMENT + " is empty");
    }
    Actor worker =
        new Actor(
            new TenantId(tenant),
            new UserId(TOPIC),
            TOPIC,
            Actor.Kind.WORKER,
            Set.of(Roles.WORKER),
            Set.of());
    try {
      Extraction found = current.as(worker, () -> found(document.get()));
      return Map.of(result.orElse(USUAL_RESULT), told(found));
    } catch (DocumentNotFound e) {
      throw new FatalError(
          "There is no document " + document.get() + " that is shared with the role worker", e);
    }
  }

  private Extraction found(String id) {
    DocumentView document = documents.get(id);
    if (document.status() == DocumentStatus.FAILED) {
      throw new BusinessError(
          UNREADABLE, document.cause() == null ? "It failed" : document.cause().detail());
    }
    if (document.status() != DocumentStatus.READY) {
      throw RetryLater.atNoCost("The document is still being read", PAUSE);
    }
    return extractions.extract(id, ExtractionWish.ALL);
  }

  /** Values by field, how sure they are, and the review that waits, if one does. */
  private static Map<String, Object> told(Extraction found) {
    Map<String, Object> values = new HashMap<>();
    Map<String, Object> confidence = new HashMap<>();
    for (Map.Entry<String, ExtractedField> each : found.fields().entrySet()) {
      values.put(each.getKey(), each.getValue().normalized());
      confidence.put(each.getKey(), each.getValue().confidence());
    }
    Map<String, Object> told = new HashMap<>();
    told.put("fields", values);
    told.put("confidence", confidence);
    told.put(
        "lineItems",
        found.lineItems().stream()
            .map(line -> Map.of("description", line.description(), "amount", line.amount()))
            .toList());
    told.put("exact", found.exact());
    told.put("needsReview", found.review() != null);
    told.put("review", found.review() == null ? "" : found.review());
    return told;
  }

  /** For the modeler of bpmn.io: a service task that this works. */
  static List<Map<String, Object>> templates() {
    return List.of(
        Map.of(
            "$schema",
            "https://unpkg.com/@camunda/element-templates-json-schema@0.17.0/resources/schema.json",
            "name",
            "Document: extract fields",
            "id",
            "io.flowmaster.document-extract",
            "description",
            "Finds dates, amounts, numbers and the fields of invoices in a document",
            "version",
            1,
            "category",
            Map.of("id", "documents", "name", "Documents"),
            "appliesTo",
            List.of("bpmn:Task", "bpmn:ServiceTask"),
            "elementType",
            Map.of("value", "bpmn:ServiceTask"),
            "properties",
            List.of(
                hidden("camunda:type", "external"),
                hidden("camunda:topic", TOPIC),
                input(
                    "Document",
                    DOCUMENT,
                    "${documentId}",
                    "Id of a document that the role worker sees"),
                input(
                    "Result variable",
                    RESULT,
                    USUAL_RESULT,
                    "Variable for fields, confidence and review"))));
  }

  private static Map<String, Object> hidden(String name, String value) {
    return Map.of(
        "type", "Hidden", "value", value, "binding", Map.of("type", "property", "name", name));
  }

  private static Map<String, Object> input(
      String label, String name, String value, String description) {
    return Map.of(
        "label",
        label,
        "description",
        description,
        "type",
        "String",
        "value",
        value,
        "binding",
        Map.of("type", "camunda:inputParameter", "name", name));
  }
}
