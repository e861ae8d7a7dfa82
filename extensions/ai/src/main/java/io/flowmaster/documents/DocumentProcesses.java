package io.flowmaster.documents;

import org.jspecify.annotations.Nullable;

/** Makes draft processes of documents that describe work: procedures, step lists, RACI tables. */
public interface DocumentProcesses {

  /**
   * Makes a draft, through the platform's API and so with the actor's own rights.
   *
   * @param name of the process; null for the document's title or name
   * @throws DocumentNotFound when there is no such document that the actor may see
   * @throws DocumentNotReady when it has not been read
   * @throws NoProcedureFound when it describes no work
   * @throws DraftRefused when the draft could not be made
   */
  DocumentProcess draft(String document, @Nullable String name);
}
