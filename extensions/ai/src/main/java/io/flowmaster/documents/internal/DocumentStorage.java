package io.flowmaster.documents.internal;

import io.flowmaster.platform.TenantId;
import java.io.InputStream;

/** Keeps bytes under their digest, each tenant's for itself. */
interface DocumentStorage {

  /**
   * Takes bytes until they end.
   *
   * @param content is not closed
   * @throws io.flowmaster.documents.DocumentTooLarge when there are more than {@code most}; nothing
   *     is kept then
   */
  Kept keep(TenantId tenant, InputStream content, long most);

  /** The bytes; whoever asks closes them. */
  InputStream open(TenantId tenant, String sha256);

  /** Forgets the bytes, if they are there. */
  void forget(TenantId tenant, String sha256);

  /**
   * What was kept.
   *
   * @param sha256 of the bytes, in lower-case hex
   */
  record Kept(String sha256, long size) {}
}
