package io.flowmaster.prompts.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import io.flowmaster.prompts.InvalidPrompt;
import io.flowmaster.prompts.PromptNotFound;
import io.flowmaster.prompts.PromptRef;
import io.flowmaster.prompts.PromptTrial;
import io.flowmaster.prompts.PromptTrials;
import io.flowmaster.prompts.PromptVersion;
import io.flowmaster.prompts.PromptView;
import io.flowmaster.prompts.Prompts;
import io.flowmaster.prompts.RenderedPrompt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Prompts from their tables. */
@Component
class StoredPrompts implements Prompts {
  private final JdbcPromptStore store;
  private final JdbcTrialStore trials;
  private final ObjectProvider<PromptTrials> scores;
  private final StrictTemplates templates;
  private final CurrentActor current;

  StoredPrompts(
      JdbcPromptStore store,
      JdbcTrialStore trials,
      ObjectProvider<PromptTrials> scores,
      StrictTemplates templates,
      CurrentActor current) {
    this.store = store;
    this.trials = trials;
    this.scores = scores;
    this.templates = templates;
    this.current = current;
  }

  @Override
  public RenderedPrompt render(PromptRef ref, Map<String, JsonNode> variables) {
    PromptView prompt = prompt(ref.prompt());
    Picked picked = pick(prompt, ref);
    return new RenderedPrompt(
        prompt.id(),
        prompt.name(),
        picked.version(),
        picked.label(),
        picked.trial(),
        text(version(prompt, picked.version()), variables));
  }

  @Override
  public void report(RenderedPrompt prompt, double score) {
    if (prompt.trial() != null) {
      scores.getObject().score(prompt.prompt(), prompt.trial(), prompt.version(), score);
    }
  }

  String text(PromptVersion version, Map<String, JsonNode> variables) {
    return templates.render(version.template(), version.variables(), variables, this::included);
  }

  private String included(String text) {
    PromptRef ref = Include.of(text).ref();
    try {
      PromptView prompt = prompt(ref.prompt());
      return version(prompt, pick(prompt, ref).version()).template();
    } catch (PromptNotFound missing) {
      throw new InvalidPrompt("/template", "It includes '" + text + "', which is not there.");
    }
  }

  private record Picked(int version, @Nullable String label, @Nullable String trial) {}

  private Picked pick(PromptView prompt, PromptRef ref) {
    if (ref.version() != null) {
      return new Picked(ref.version(), null, null);
    }
    String label = ref.label() == null ? PromptRef.PRODUCTION : ref.label();
    Integer version = prompt.labels().get(label);
    if (version == null && ref.label() == null) {
      return new Picked(prompt.latestVersion(), null, null);
    }
    if (version == null) {
      throw new PromptNotFound("label " + label + " of prompt " + ref.prompt());
    }
    Optional<PromptTrial> trial = trials.running(tenant(), prompt.id(), label);
    return trial
        .map(each -> new Picked(side(each, ref.subject()), label, each.id()))
        .orElse(new Picked(version, label, null));
  }

  /** The same subject is on the same side for as long as the trial runs. */
  private static int side(PromptTrial trial, @Nullable String subject) {
    int place =
        subject == null
            ? ThreadLocalRandom.current().nextInt(100)
            : Integer.parseInt(
                    TextDigest.of(trial.id() + "/" + subject).sha256().substring(0, 7), 16)
                % 100;
    return place < trial.share() ? trial.challenger().version() : trial.present().version();
  }

  private PromptView prompt(String idOrName) {
    return store
        .find(tenant(), idOrName)
        .or(() -> store.named(tenant(), idOrName))
        .orElseThrow(() -> new PromptNotFound("prompt " + idOrName));
  }

  private PromptVersion version(PromptView prompt, int number) {
    return store
        .version(tenant(), prompt.id(), number)
        .orElseThrow(() -> new PromptNotFound("version " + number + " of prompt " + prompt.name()));
  }

  private TenantId tenant() {
    return current.tenant();
  }
}
