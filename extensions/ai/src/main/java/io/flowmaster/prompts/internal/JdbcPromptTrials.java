package io.flowmaster.prompts.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.prompts.PromptNotFound;
import io.flowmaster.prompts.PromptTrial;
import io.flowmaster.prompts.PromptTrial.Side;
import io.flowmaster.prompts.PromptTrialBegun;
import io.flowmaster.prompts.PromptTrialEnded;
import io.flowmaster.prompts.PromptTrialScored;
import io.flowmaster.prompts.PromptTrials;
import io.flowmaster.prompts.PromptView;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The trials of the current tenant, from their table. */
@Component
class JdbcPromptTrials implements PromptTrials {
  private final JdbcPromptLibrary library;
  private final JdbcTrialStore store;
  private final LabelGates gates;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcPromptTrials(
      JdbcPromptLibrary library,
      JdbcTrialStore store,
      LabelGates gates,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.library = library;
    this.store = store;
    this.gates = gates;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<PromptTrial> search(String prompt, PageQuery page) {
    library.get(prompt);
    String before = page.cursor() == null ? null : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), prompt, before, page.limit() + 1),
        page,
        trial -> List.of(trial.id()),
        page.count() ? store.count(tenant(), prompt) : null);
  }

  @Override
  public PromptTrial get(String prompt, String id) {
    return store
        .find(tenant(), prompt, id)
        .orElseThrow(() -> new PromptNotFound("trial " + id + " of prompt " + prompt));
  }

  @Override
  @Transactional
  public PromptTrial begin(String prompt, String label, int challenger, int share) {
    PromptView of = library.locked(prompt);
    library.version(prompt, challenger);
    Integer present = of.labels().get(label);
    if (present == null) {
      throw new PromptNotFound("label " + label + " of prompt " + prompt);
    }
    if (present == challenger) {
      throw new InvalidValue("trial", "The challenger is another version than the present one.");
    }
    gates.requireNoTrial(tenant(), prompt, label);
    gates.requireProven(tenant(), prompt, challenger, label);
    PromptTrial begun =
        new PromptTrial(
            Ids.next(),
            label,
            share,
            new Side(present, 0, null, null),
            new Side(challenger, 0, null, null),
            false,
            clock.instant(),
            current.get().id().value(),
            null);
    store.insert(tenant(), prompt, begun);
    events.publishEvent(
        new PromptTrialBegun(
            tenant(), prompt, begun.id(), label, present, challenger, share, begun.begunAt()));
    return get(prompt, begun.id());
  }

  /** What comes after the end still counts: it was rendered before. */
  @Override
  @Transactional
  public PromptTrial score(String prompt, String id, int version, double score) {
    PromptTrial trial = get(prompt, id);
    boolean challenger = trial.challenger().version() == version;
    if (!challenger && trial.present().version() != version) {
      throw new InvalidValue("version", "The trial compares other versions.");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new InvalidValue("score", "A score is from 0 to 1.");
    }
    store.score(tenant(), id, challenger, score);
    events.publishEvent(
        new PromptTrialScored(tenant(), prompt, id, version, score, clock.instant()));
    return get(prompt, id);
  }

  @Override
  @Transactional
  public PromptTrial end(String prompt, String id, boolean adopt) {
    PromptView of = library.locked(prompt);
    PromptTrial trial = get(prompt, id);
    if (trial.endedAt() != null) {
      return trial;
    }
    store.end(tenant(), id, clock.instant());
    if (adopt) {
      library.labelled(of, trial.label(), trial.challenger().version());
    }
    events.publishEvent(new PromptTrialEnded(tenant(), prompt, id, adopt, clock.instant()));
    return get(prompt, id);
  }

  private TenantId tenant() {
    return current.tenant();
  }
}
