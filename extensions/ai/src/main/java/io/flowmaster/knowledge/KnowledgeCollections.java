package io.flowmaster.knowledge;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** The collections of the current tenant that the current actor may read. */
public interface KnowledgeCollections {

  /** By name. */
  Page<KnowledgeCollection> search(PageQuery page);

  /**
   * @throws CollectionNotFound when it is not there or not for the actor
   */
  KnowledgeCollection get(String id);

  /**
   * @throws CollectionTaken when the tenant has one of that name
   * @throws TooManyCollections when it has as many as it may
   */
  KnowledgeCollection create(CollectionDraft draft);

  /**
   * Who may read it counts from now on, in searches too.
   *
   * @param ifMatch the {@code ETag} of the read
   */
  KnowledgeCollection change(String id, CollectionDraft draft, @Nullable String ifMatch);

  /**
   * All its sources go with it.
   *
   * @param ifMatch the {@code ETag} of the read; null when any version is meant
   */
  void delete(String id, @Nullable String ifMatch);
}
