package io.flowmaster.audit;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Erasing a person's data from the current tenant by request (GDPR, article 17). */
public interface Erasures {

  /**
   * Puts a pseudonym in the person's place everywhere, in one transaction. The chain of the audit
   * log accounts for it and stays verifiable.
   *
   * @param name the name to look for besides the id; null to take the one of the account
   * @param variables names of variables that hold personal data: in ended executions with the
   *     person's id, name or address in a variable, their values go; running ones are reported
   * @throws PersonStillNeeded when something must be done first, for example open tasks handed over
   */
  ErasureReport erase(
      UserId person, @Nullable String name, @Nullable String reason, Set<String> variables);

  /** Reports, newest first. */
  Page<ErasureReport> list(PageQuery page);

  /**
   * @throws ErasureNotFound when there is none with that id
   */
  ErasureReport get(String id);
}
