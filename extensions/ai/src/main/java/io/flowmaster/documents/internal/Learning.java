package io.flowmaster.documents.internal;

import io.flowmaster.documents.ExtractedField;
import io.flowmaster.documents.ExtractionReview;
import io.flowmaster.documents.ExtractionTemplate;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Makes the next version of a sender's template of what a person said, tries it on all of the
 * sender's reviewed documents, and uses it only when it is not worse than the one before.
 */
@Component
class Learning {
  private static final int TEST_SET = 50;
  private final JdbcTemplates templates;
  private final JdbcReviews reviews;
  private final JdbcPages pages;
  private final JdbcDocumentTexts texts;
  private final Clock clock;

  Learning(
      JdbcTemplates templates,
      JdbcReviews reviews,
      JdbcPages pages,
      JdbcDocumentTexts texts,
      Clock clock) {
    this.templates = templates;
    this.reviews = reviews;
    this.pages = pages;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * @param review that was just done
   * @return the new version
   */
  ExtractionTemplate learn(TenantId tenant, ExtractionReview review) {
    Optional<ExtractionTemplate> before = templates.used(tenant, review.sender());
    Map<String, String> labels =
        new TreeMap<>(before.map(ExtractionTemplate::labels).orElse(Map.of()));
    ReadText read = texts.of(tenant, review.document());
    review
        .fields()
        .forEach(
            (field, value) -> {
              if (value.sources().contains(Candidate.PERSON)) {
                LearnedLabels.learn(field, value.normalized(), read)
                    .ifPresent(label -> labels.put(field, label));
              }
            });
    List<ExtractionReview> set = reviews.done(tenant, review.sender(), TEST_SET);
    Score now = score(tenant, set, labels);
    Score then = score(tenant, set, before.map(ExtractionTemplate::labels).orElse(Map.of()));
    int version =
        templates.latest(tenant, review.sender()).map(ExtractionTemplate::version).orElse(0) + 1;
    ExtractionTemplate template =
        new ExtractionTemplate(
            review.sender(),
            version,
            labels,
            now.accuracy(),
            now.tested(),
            now.right() >= then.right(),
            clock.instant());
    templates.add(tenant, template);
    return template;
  }

  /** How many fields of a test set are found right. */
  private record Score(int right, int tested) {
    double accuracy() {
      return tested == 0 ? 0 : Math.round(1000.0 * right / tested) / 1000.0;
    }
  }

  private Score score(TenantId tenant, List<ExtractionReview> set, Map<String, String> labels) {
    int right = 0;
    int tested = 0;
    for (ExtractionReview each : set) {
      ReadText read = texts.of(tenant, each.document());
      TextExtraction found =
          TextExtraction.of(read, pages.xml(tenant, each.document()), sender -> labels);
      Map<String, ExtractedField> fields = new HashMap<>(Agreement.of(found.candidates(), read));
      for (Map.Entry<String, ExtractedField> truth : each.fields().entrySet()) {
        ExtractedField mine = fields.get(truth.getKey());
        tested++;
        if (mine != null && mine.normalized().equalsIgnoreCase(truth.getValue().normalized())) {
          right++;
        }
      }
    }
    return new Score(right, tested);
  }
}
