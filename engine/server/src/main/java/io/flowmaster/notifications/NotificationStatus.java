package io.flowmaster.notifications;

/** Where a notification stands. */
public enum NotificationStatus {
  /** To be sent: at once, when an attempt failed later, or when quiet hours are over. */
  QUEUED,
  /** The next one on its way has it: the mail server, the provider. */
  SENT,
  /** The person has it. */
  DELIVERED,
  /** Given up. */
  FAILED,
  /** Not sent, because the person does not want it or its reason is gone. */
  SKIPPED
}
