package io.flowmaster.prompts;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The test sets of the current tenant's prompts. */
public interface PromptTests {

  /** Those of a prompt, by name; at most 20. */
  List<PromptTestSet> sets(String prompt);

  PromptTestSet get(String prompt, String id);

  /**
   * @throws TooManyPrompts when the prompt has 20
   */
  PromptTestSet create(String prompt, PromptTestSet.Content content);

  /** What was run before does not count any more. */
  PromptTestSet change(
      String prompt, String id, PromptTestSet.Content content, @Nullable String ifMatch);

  void delete(String prompt, String id, @Nullable String ifMatch);

  /**
   * Runs a set on a version, case by case.
   *
   * @throws io.flowmaster.models.NoModelConfigured when it looks at answers and there is no model
   */
  PromptRun run(String prompt, String id, int version);

  /** Latest first. */
  Page<PromptRun> runs(String prompt, String id, PageQuery page);
}
