package io.flowmaster.prompts.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import io.flowmaster.prompts.InvalidPrompt;
import io.flowmaster.prompts.PromptChanged;
import io.flowmaster.prompts.PromptCreated;
import io.flowmaster.prompts.PromptDeleted;
import io.flowmaster.prompts.PromptDiff;
import io.flowmaster.prompts.PromptDraft;
import io.flowmaster.prompts.PromptLabelled;
import io.flowmaster.prompts.PromptLibrary;
import io.flowmaster.prompts.PromptNotFound;
import io.flowmaster.prompts.PromptTaken;
import io.flowmaster.prompts.PromptUnlabelled;
import io.flowmaster.prompts.PromptVariable;
import io.flowmaster.prompts.PromptVersion;
import io.flowmaster.prompts.PromptVersionAdded;
import io.flowmaster.prompts.PromptView;
import io.flowmaster.prompts.TooManyPrompts;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The prompts of the current tenant, from their tables. */
@Component
class JdbcPromptLibrary implements PromptLibrary {
  private static final int MOST_VERSIONS = 10_000;
  private static final int MOST_LABELS = 20;
  private final JdbcPromptStore store;
  private final LabelGates gates;
  private final StrictTemplates templates;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcPromptLibrary(
      JdbcPromptStore store,
      LabelGates gates,
      StrictTemplates templates,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.gates = gates;
    this.templates = templates;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<PromptView> search(@Nullable String q, PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), q, after, page.limit() + 1),
        page,
        prompt -> List.of(prompt.name()),
        page.count() ? store.count(tenant(), q) : null);
  }

  @Override
  public PromptView get(String id) {
    return store.find(tenant(), id).orElseThrow(() -> missing(id));
  }

  @Override
  @Transactional
  public PromptView create(String name, String description, PromptDraft first) {
    String id = Ids.next();
    requireFree(name, id);
    Instant now = clock.instant();
    try {
      store.insert(tenant(), id, name, description, now, me());
    } catch (DuplicateKeyException sameTime) {
      throw new PromptTaken(name);
    }
    store.insert(tenant(), version(id, 1, first, now));
    events.publishEvent(new PromptCreated(tenant(), id, name, now));
    return get(id);
  }

  @Override
  @Transactional
  public PromptView change(String id, String name, String description, @Nullable String ifMatch) {
    locked(id).revision().requireMatch(ifMatch);
    requireFree(name, id);
    try {
      store.update(tenant(), id, name, description);
    } catch (DuplicateKeyException sameTime) {
      throw new PromptTaken(name);
    }
    return touched(new PromptChanged(tenant(), id, name, description, clock.instant()), id);
  }

  @Override
  @Transactional
  public void delete(String id, @Nullable String ifMatch) {
    PromptView prompt = locked(id);
    if (ifMatch != null) {
      prompt.revision().requireMatch(ifMatch);
    }
    store.delete(tenant(), id);
    events.publishEvent(new PromptDeleted(tenant(), id, prompt.name(), clock.instant()));
  }

  @Override
  public Page<PromptVersion> versions(String id, PageQuery page) {
    PromptView prompt = get(id);
    long before = page.cursor() == null ? Long.MAX_VALUE : page.cursor().number(0);
    return Page.of(
        store.versions(tenant(), id, before, page.limit() + 1),
        page,
        version -> List.of(version.version()),
        page.count() ? (long) prompt.latestVersion() : null);
  }

  @Override
  public PromptVersion version(String id, int version) {
    return store
        .version(tenant(), id, version)
        .orElseThrow(() -> new PromptNotFound("version " + version + " of prompt " + id));
  }

  @Override
  @Transactional
  public PromptVersion add(String id, PromptDraft draft) {
    PromptView prompt = locked(id);
    if (prompt.latestVersion() >= MOST_VERSIONS) {
      throw new TooManyPrompts("prompt-versions", MOST_VERSIONS);
    }
    Instant now = clock.instant();
    PromptVersion added = version(id, prompt.latestVersion() + 1, draft, now);
    store.insert(tenant(), added);
    touched(
        new PromptVersionAdded(tenant(), id, added.version(), TextDigest.of(added.template()), now),
        id);
    return added;
  }

  @Override
  public PromptDiff diff(String id, int from, int to) {
    return LineDiff.of(version(id, from), version(id, to));
  }

  @Override
  @Transactional
  public PromptView label(String id, String label, int version) {
    PromptView prompt = locked(id);
    version(id, version);
    gates.requireNoTrial(tenant(), id, label);
    return labelled(prompt, label, version);
  }

  /** Also ends a trial: who calls it has the prompt locked. */
  PromptView labelled(PromptView prompt, String label, int version) {
    gates.requireProven(tenant(), prompt.id(), version, label);
    if (!prompt.labels().containsKey(label) && prompt.labels().size() >= MOST_LABELS) {
      throw new TooManyPrompts("labels", MOST_LABELS);
    }
    store.label(tenant(), prompt.id(), label, version);
    return touched(
        new PromptLabelled(
            tenant(), prompt.id(), label, version, prompt.labels().get(label), clock.instant()),
        prompt.id());
  }

  @Override
  @Transactional
  public PromptView unlabel(String id, String label) {
    PromptView prompt = locked(id);
    gates.requireNoTrial(tenant(), id, label);
    Integer version =
        Optional.ofNullable(prompt.labels().get(label))
            .orElseThrow(() -> new PromptNotFound("label " + label + " of prompt " + id));
    store.unlabel(tenant(), id, label);
    return touched(new PromptUnlabelled(tenant(), id, label, version, clock.instant()), id);
  }

  PromptView locked(String id) {
    return store.lock(tenant(), id).orElseThrow(() -> missing(id));
  }

  private PromptView touched(DomainEvent event, String id) {
    store.touch(tenant(), id, event.at(), me());
    events.publishEvent(event);
    return get(id);
  }

  private PromptVersion version(String prompt, int number, PromptDraft draft, Instant at) {
    StrictTemplates.Mentioned mentioned = templates.mentioned(draft.template());
    mentioned.includes().forEach(this::requireThere);
    List<PromptVariable> variables =
        draft.variables() == null
            ? mentioned.variables().stream()
                .map(name -> new PromptVariable(name, PromptVariable.Type.ANY, null, null))
                .toList()
            : draft.variables();
    requireDeclared(variables, mentioned.variables());
    return new PromptVersion(
        prompt, number, draft.template(), variables, draft.changelog(), me(), at);
  }

  private void requireThere(String include) {
    Include meant = Include.of(include);
    if (store.named(tenant(), meant.name()).isEmpty()) {
      throw new InvalidPrompt("/template", "There is no prompt '" + meant.name() + "' to include.");
    }
  }

  private static void requireDeclared(List<PromptVariable> variables, Set<String> used) {
    Set<String> names = new HashSet<>();
    for (PromptVariable each : variables) {
      if (!names.add(each.name())) {
        throw new InvalidPrompt("/variables", "There are two variables " + each.name() + ".");
      }
      if (each.fallback() != null && !StrictTemplates.fits(each.type(), each.fallback())) {
        throw new InvalidPrompt(
            "/variables", "The fallback of " + each.name() + " is of another type.");
      }
    }
    for (String name : used) {
      if (!names.contains(name)) {
        throw new InvalidPrompt(
            "/template", "It uses the variable " + name + ", which is not declared.");
      }
    }
  }

  private void requireFree(String name, String id) {
    store
        .named(tenant(), name)
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new PromptTaken(name);
            });
  }

  private static PromptNotFound missing(String id) {
    return new PromptNotFound("prompt " + id);
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
