package io.flowmaster.tasks.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen to an open task by itself.
 *
 * @param step the number in its chain, from 0
 * @param told the declared time in words, for the reason of an escalation
 * @param target whom to ask for help; null for the platform's escalation group
 * @param attempts how often it failed
 */
record Deadline(
    String task,
    String tenant,
    Kind kind,
    int step,
    Instant at,
    String told,
    @Nullable String target,
    int attempts) {

  enum Kind {
    /** Nobody has claimed it. */
    NOT_STARTED,
    /** It is still open. */
    NOT_FINISHED,
    SLA_WARNING,
    SLA_MISSED
  }
}
