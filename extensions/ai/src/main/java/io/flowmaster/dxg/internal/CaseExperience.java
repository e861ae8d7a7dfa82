package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.dxg.CaseAnalysis;
import io.flowmaster.dxg.CaseAnswer;
import io.flowmaster.dxg.CaseBriefing;
import io.flowmaster.dxg.CaseBriefing.Similar;
import io.flowmaster.dxg.Experience;
import io.flowmaster.dxg.FormSuggested;
import io.flowmaster.dxg.RiskFlag;
import io.flowmaster.dxg.SmartForm;
import io.flowmaster.dxg.SourceRef;
import io.flowmaster.dxg.Statement;
import io.flowmaster.dxg.internal.FieldTrust.Trusted;
import io.flowmaster.dxg.internal.FormFiller.Filled;
import io.flowmaster.dxg.internal.ModelWording.Worded;
import io.flowmaster.dxg.internal.SimilarCases.Neighbour;
import io.flowmaster.dxg.internal.StatementSearch.Hit;
import io.flowmaster.platform.CaseFile;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the case file once, and says what follows from it. */
@Service
class CaseExperience implements Experience {
  static final String RULES = "rules";
  private static final int MOST_SIMILAR = 10;
  private static final int FOR_A_MODEL = 12;
  private static final int IN_AN_ANSWER = 3;
  private static final double AS_GOOD = 0.85;

  private final CaseSource files;
  private final RuledRisks rules;
  private final FieldTrust trust;
  private final StatementSearch search;
  private final ModelWording models;
  private final DxgProperties properties;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final Clock clock;

  CaseExperience(
      CaseSource files,
      RuledRisks rules,
      FieldTrust trust,
      StatementSearch search,
      ModelWording models,
      DxgProperties properties,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      ObjectMapper json,
      Clock clock) {
    this.files = files;
    this.rules = rules;
    this.trust = trust;
    this.search = search;
    this.models = models;
    this.properties = properties;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public CaseAnalysis analyze(String task, Locale locale) {
    return analyze(files.ofTask(task), locale);
  }

  /** Of any case file, with or without a task. */
  CaseAnalysis analyze(CaseFile file, Locale locale) {
    Reading reading = read(file, locale);
    List<RiskFlag> risks = CaseRisks.of(reading, rules.of(reading));
    List<Fact> facts = CaseFacts.of(reading, risks);
    Optional<Worded> worded =
        models.summary(file, revision(file), told(facts), reading.words().locale(), sentence -> {});
    List<Statement> statements = worded.map(Worded::sentences).orElse(Summary.of(facts));
    return new CaseAnalysis(
        Domains.of(file),
        Summary.text(statements),
        statements,
        CaseMetrics.of(reading),
        risks,
        worded.map(Worded::model).orElse(RULES));
  }

  @Override
  public CaseBriefing brief(String task, Locale locale, Heard heard) {
    CaseFile file = files.ofTask(task);
    Reading reading = read(file, locale);
    List<RiskFlag> risks = CaseRisks.of(reading, rules.of(reading));
    List<Fact> facts = CaseFacts.of(reading, risks);
    List<Statement> statements = Summary.of(facts);
    CaseBriefing briefing =
        new CaseBriefing(
            Summary.text(statements),
            statements,
            Timeline.of(reading),
            risks,
            reading.neighbours().stream().limit(MOST_SIMILAR).map(CaseExperience::similar).toList(),
            RULES,
            revision(file));
    heard.ready(briefing);
    return models
        .summary(file, briefing.revision(), told(facts), reading.words().locale(), heard::sentence)
        .map(worded -> briefing.wordedBy(worded.model(), worded.text(), worded.sentences()))
        .orElse(briefing);
  }

  @Override
  public SmartForm fill(String task, Locale locale) {
    CaseFile file = files.ofTask(task);
    CaseFile.Work work = Objects.requireNonNull(file.task());
    TenantId tenant = current.tenant();
    Trusted trusted = trust.of(tenant, work);
    Filled filled =
        new FormFiller(read(file, locale), trusted, properties.leastConfidence()).fill();
    if (!filled.offers().isEmpty() && work.status().equals("OPEN")) {
      transaction.executeWithoutResult(
          status -> {
            if (trust.remember(tenant, work, filled.offers())) {
              events.publishEvent(
                  new FormSuggested(
                      tenant,
                      work.id(),
                      work.processKey(),
                      work.activityId(),
                      filled.form().suggested(),
                      clock.instant()));
            }
          });
    }
    return filled.form();
  }

  @Override
  public CaseAnswer ask(String task, String question, Locale locale, Consumer<String> sentence) {
    CaseFile file = files.ofTask(task);
    Reading reading = read(file, locale);
    Locale spoken = reading.words().locale();
    List<Fact> facts = CaseFacts.of(reading, CaseRisks.of(reading, rules.of(reading)));
    List<Hit> hits = search.find(question, facts, spoken, FOR_A_MODEL);
    if (hits.isEmpty()) {
      return new CaseAnswer(null, List.of(), List.of(), 0, RULES);
    }
    double confidence = Math.round(Math.min(1, hits.get(0).score()) * 100) / 100d;
    List<Statement> found = hits.stream().map(hit -> hit.fact().statement()).toList();
    return models
        .answer(file, revision(file), question, found, spoken, sentence)
        .map(worded -> answer(worded.sentences(), confidence, worded.model()))
        .orElseGet(() -> answer(best(hits), confidence, RULES));
  }

  /** The best one, and those as good. */
  private static List<Statement> best(List<Hit> hits) {
    Hit first = hits.get(0);
    return hits.stream()
        .filter(hit -> hit.score() >= AS_GOOD * first.score())
        .filter(hit -> hit.fact().kind() == first.fact().kind())
        .limit(IN_AN_ANSWER)
        .map(hit -> hit.fact().statement())
        .toList();
  }

  private static CaseAnswer answer(List<Statement> statements, double confidence, String by) {
    Set<SourceRef> sources = new LinkedHashSet<>();
    statements.forEach(statement -> sources.addAll(statement.sources()));
    return new CaseAnswer(
        Summary.text(statements), List.copyOf(sources), statements, confidence, by);
  }

  private Reading read(CaseFile file, Locale locale) {
    return Reading.of(file, Wording.of(locale), clock.instant());
  }

  /** What a model may speak of: all but the single events, of which the timeline tells. */
  private static List<Statement> told(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.kind() != Fact.Kind.EVENT && fact.kind() != Fact.Kind.SIMILAR)
        .map(Fact::statement)
        .toList();
  }

  private static Similar similar(Neighbour each) {
    Double similarity = each.similarity();
    return new Similar(
        each.past().id(),
        each.past().businessKey(),
        similarity == null ? null : Math.round(similarity * 100) / 100d,
        each.past().outcome() == null ? each.past().end() : each.past().outcome(),
        each.past().completed(),
        each.past().duration(),
        each.past().incidents(),
        each.past().endedAt(),
        each.past().values());
  }

  private String revision(CaseFile file) {
    try {
      return TextDigest.of(json.writeValueAsString(file)).sha256().substring(0, 32);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
