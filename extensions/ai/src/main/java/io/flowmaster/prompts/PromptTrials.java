package io.flowmaster.prompts;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;

/** The trials of the current tenant's prompts. */
public interface PromptTrials {

  /** Latest first. */
  Page<PromptTrial> search(String prompt, PageQuery page);

  PromptTrial get(String prompt, String id);

  /**
   * Gives a share of those who ask by a label another version.
   *
   * @param share of the challenger, in percent
   * @throws PromptTrialRunning when one runs under the label
   * @throws PromptNotProven when the challenger has not passed what gates the label
   */
  PromptTrial begin(String prompt, String label, int challenger, int share);

  /**
   * @param version which of the two was rendered
   * @param score from 0 to 1
   */
  PromptTrial score(String prompt, String id, int version, double score);

  /**
   * Ends a trial.
   *
   * @param adopt whether the challenger gets the label
   */
  PromptTrial end(String prompt, String id, boolean adopt);
}
