package io.flowmaster.notifications;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such notification, or it is not for the actor's eyes. */
public final class NotificationNotFound extends Problem {
  public NotificationNotFound() {
    super(ProblemKind.NOT_FOUND, "notification-not-found", "There is no such notification.");
  }
}
