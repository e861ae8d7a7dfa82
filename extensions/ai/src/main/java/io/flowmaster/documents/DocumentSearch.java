package io.flowmaster.documents;

import org.jspecify.annotations.Nullable;

/**
 * Which documents are wanted; what is null does not matter.
 *
 * @param filename a part of the name, in any case
 * @param status how far it is
 * @param mediaType its type, or the beginning of it: {@code image/}
 */
public record DocumentSearch(
    @Nullable String filename, @Nullable DocumentStatus status, @Nullable String mediaType) {

  /** Every document. */
  public static final DocumentSearch ALL = new DocumentSearch(null, null, null);
}
