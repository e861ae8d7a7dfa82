package io.flowmaster.audit;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The audit log of the current tenant. */
public interface AuditTrail {

  /** Entries, newest first. */
  Page<AuditEntry> search(AuditFilter filter, PageQuery page);

  /** Hands over all matching entries, newest first; holds only a few hundred at a time. */
  void export(AuditFilter filter, Consumer<AuditEntry> into);

  /**
   * Reads the whole chain and says whether it is unbroken.
   *
   * @param anchor a place and its hash as an earlier report named them; shows a chain that was
   *     forged anew from its beginning or cut off at its end
   */
  ChainReport verify(@Nullable ChainAnchor anchor);
}
