package io.flowmaster.documents;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * The documents of the current tenant that the current actor may see: its own, those that are
 * shared with it, its roles or its groups, and all of them for an administrator.
 */
public interface Documents {

  /** Latest first. */
  Page<DocumentView> search(DocumentSearch search, PageQuery page);

  /**
   * @throws DocumentNotFound when there is none that the actor may see
   */
  DocumentView get(String id);

  /**
   * Keeps a file; it is read in the background. A file with the same content that the actor sees
   * already is not kept twice.
   *
   * @param content is read to its end and not closed
   * @throws DocumentTooLarge when it is larger than allowed
   * @throws DocumentKindRefused when it is of a kind that is not read
   * @throws DocumentRefused when it is empty
   */
  DocumentUpload upload(NewDocument document, InputStream content);

  /** Hands on the file's bytes, as they came. */
  void content(String id, Consumer<InputStream> reader);

  /**
   * Its text by page, in order; empty while it has not been read.
   *
   * @throws DocumentNotFound when there is none that the actor may see
   */
  Page<DocumentPage> text(String id, PageQuery page);

  /** All of its pages; a document's text is bounded, so is this. */
  List<DocumentPage> pages(String id);

  /** Says who else may see it; for who brought it and for administrators. */
  DocumentView share(String id, List<String> readers);

  /**
   * Removes it with all that was read in it; for who brought it and for administrators.
   *
   * @throws DocumentNotFound when there is none that the actor may remove
   */
  void delete(String id);
}
