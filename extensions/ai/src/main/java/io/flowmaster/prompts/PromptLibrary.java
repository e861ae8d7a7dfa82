package io.flowmaster.prompts;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** The prompts of the current tenant, for who writes them. */
public interface PromptLibrary {

  /**
   * @param q what the name or the description contains; null for all
   */
  Page<PromptView> search(@Nullable String q, PageQuery page);

  /**
   * @throws PromptNotFound when there is none
   */
  PromptView get(String id);

  /**
   * Makes a prompt with its first version.
   *
   * @throws PromptTaken when the tenant has one of that name
   * @throws InvalidPrompt when the template is none
   */
  PromptView create(String name, String description, PromptDraft first);

  /**
   * @throws PromptTaken when the tenant has another of that name
   */
  PromptView change(String id, String name, String description, @Nullable String ifMatch);

  /** Deletes a prompt with all its versions; who renders it is refused from then on. */
  void delete(String id, @Nullable String ifMatch);

  /** Newest first. */
  Page<PromptVersion> versions(String id, PageQuery page);

  PromptVersion version(String id, int version);

  /**
   * Adds a version, which never changes.
   *
   * @throws InvalidPrompt when the template is none
   */
  PromptVersion add(String id, PromptDraft draft);

  PromptDiff diff(String id, int from, int to);

  /**
   * Gives a label to a version, and takes it from the one that has it.
   *
   * @throws PromptNotProven when a test set that gates the label was not passed by the version
   * @throws PromptTrialRunning while a trial is running under the label
   */
  PromptView label(String id, String label, int version);

  /**
   * @throws PromptTrialRunning while a trial is running under the label
   */
  PromptView unlabel(String id, String label);
}
