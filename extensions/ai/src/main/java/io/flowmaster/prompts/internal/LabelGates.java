package io.flowmaster.prompts.internal;

import io.flowmaster.platform.TenantId;
import io.flowmaster.prompts.PromptNotProven;
import io.flowmaster.prompts.PromptTestSet;
import io.flowmaster.prompts.PromptTrialRunning;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands between a version and a label. */
@Component
class LabelGates {
  private final JdbcTestSetStore tests;
  private final JdbcTrialStore trials;

  LabelGates(JdbcTestSetStore tests, JdbcTrialStore trials) {
    this.tests = tests;
    this.trials = trials;
  }

  void requireNoTrial(TenantId tenant, String prompt, String label) {
    if (trials.running(tenant, prompt, label).isPresent()) {
      throw new PromptTrialRunning(label);
    }
  }

  void requireProven(TenantId tenant, String prompt, int version, String label) {
    List<String> open =
        tests.all(tenant, prompt).stream()
            .filter(set -> set.content().gating(label))
            .filter(set -> !tests.passed(tenant, set, version))
            .map(PromptTestSet::content)
            .map(PromptTestSet.Content::name)
            .toList();
    if (!open.isEmpty()) {
      throw new PromptNotProven(version, label, open);
    }
  }
}
