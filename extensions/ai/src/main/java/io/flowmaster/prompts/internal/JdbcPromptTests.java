package io.flowmaster.prompts.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.prompts.PromptLibrary;
import io.flowmaster.prompts.PromptNotFound;
import io.flowmaster.prompts.PromptRun;
import io.flowmaster.prompts.PromptTestSet;
import io.flowmaster.prompts.PromptTestSet.Content;
import io.flowmaster.prompts.PromptTestSetDeleted;
import io.flowmaster.prompts.PromptTestSetSaved;
import io.flowmaster.prompts.PromptTested;
import io.flowmaster.prompts.PromptTests;
import io.flowmaster.prompts.PromptVersion;
import io.flowmaster.prompts.TooManyPrompts;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The test sets of the current tenant, from their tables. */
@Component
class JdbcPromptTests implements PromptTests {
  private static final int MOST_SETS = 20;
  private final PromptLibrary library;
  private final JdbcTestSetStore store;
  private final PromptTrier trier;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcPromptTests(
      PromptLibrary library,
      JdbcTestSetStore store,
      PromptTrier trier,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      Clock clock) {
    this.library = library;
    this.store = store;
    this.trier = trier;
    this.current = current;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<PromptTestSet> sets(String prompt) {
    library.get(prompt);
    return store.all(tenant(), prompt);
  }

  @Override
  public PromptTestSet get(String prompt, String id) {
    return found(prompt, id, false);
  }

  @Override
  @Transactional
  public PromptTestSet create(String prompt, Content content) {
    trier.check(content);
    if (sets(prompt).size() >= MOST_SETS) {
      throw new TooManyPrompts("test-sets", MOST_SETS);
    }
    PromptTestSet made = set(Ids.next(), content);
    try {
      store.insert(tenant(), prompt, made);
    } catch (DuplicateKeyException taken) {
      throw taken(content);
    }
    events.publishEvent(
        new PromptTestSetSaved(tenant(), prompt, made.id(), content.name(), made.updatedAt()));
    return get(prompt, made.id());
  }

  @Override
  @Transactional
  public PromptTestSet change(String prompt, String id, Content content, @Nullable String ifMatch) {
    found(prompt, id, true).revision().requireMatch(ifMatch);
    trier.check(content);
    PromptTestSet now = set(id, content);
    try {
      store.update(tenant(), now);
    } catch (DuplicateKeyException taken) {
      throw taken(content);
    }
    events.publishEvent(
        new PromptTestSetSaved(tenant(), prompt, id, content.name(), now.updatedAt()));
    return get(prompt, id);
  }

  @Override
  @Transactional
  public void delete(String prompt, String id, @Nullable String ifMatch) {
    PromptTestSet set = found(prompt, id, true);
    if (ifMatch != null) {
      set.revision().requireMatch(ifMatch);
    }
    store.delete(tenant(), id);
    events.publishEvent(
        new PromptTestSetDeleted(tenant(), prompt, id, set.content().name(), clock.instant()));
  }

  /** Models take their time, so nothing is locked meanwhile. */
  @Override
  public PromptRun run(String prompt, String id, int version) {
    PromptTestSet set = get(prompt, id);
    PromptVersion tried = library.version(prompt, version);
    List<PromptRun.Result> cases =
        set.content().cases().stream().map(each -> trier.result(tried, set, each)).toList();
    double score = cases.stream().mapToDouble(PromptRun.Result::score).average().orElse(0);
    boolean passed = score >= set.content().leastScore();
    PromptRun run =
        new PromptRun(Ids.next(), id, version, score, passed, true, cases, clock.instant(), me());
    transactions.executeWithoutResult(
        status -> {
          found(prompt, id, true);
          store.insert(tenant(), run, set.revision());
          events.publishEvent(
              new PromptTested(tenant(), prompt, id, version, score, passed, run.at()));
        });
    return run;
  }

  @Override
  public Page<PromptRun> runs(String prompt, String id, PageQuery page) {
    PromptTestSet set = get(prompt, id);
    String before = page.cursor() == null ? null : page.cursor().string(0);
    return Page.of(
        store.runs(tenant(), set, before, page.limit() + 1),
        page,
        run -> List.of(run.id()),
        page.count() ? store.count(tenant(), id) : null);
  }

  private PromptTestSet found(String prompt, String id, boolean lock) {
    return store
        .find(tenant(), prompt, id, lock)
        .orElseThrow(() -> new PromptNotFound("test set " + id + " of prompt " + prompt));
  }

  private PromptTestSet set(String id, Content content) {
    return new PromptTestSet(id, content, clock.instant(), me(), new Revision(1));
  }

  private static InvalidValue taken(Content content) {
    return new InvalidValue(
        "test-set", "The prompt has a test set '" + content.name() + "' already.");
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
