package io.flowmaster.platform;

/**
 * The case files of the current tenant: one answer with all that a task is judged by. A node
 * without the engine asks another node for them, with the caller's own rights.
 */
public interface CaseFiles {

  /**
   * The case of a task that the current actor may see; the task's visibility decides.
   *
   * @throws Problem not found, when the task is not there, another tenant's, or not for the actor
   */
  CaseFile ofTask(String task);

  /**
   * The case of an execution, for workers that hold work of it: without a task, a form and a draft.
   * It asks for no right but the tenant, so it never answers a person.
   *
   * @throws Problem not found, when the execution is not there or another tenant's
   */
  CaseFile ofExecution(String execution);
}
