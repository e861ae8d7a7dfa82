package io.flowmaster.notifications.internal;

import io.flowmaster.notifications.Channel;

/** Brings messages of one channel on their way. */
interface Carrier {
  Channel channel();

  /** Whether there is a server or provider to send by. */
  boolean isReady();

  /**
   * Sends once.
   *
   * @param address an e-mail address or a telephone number
   * @throws NotDeliverable when it did not succeed
   */
  void send(MessageRow message, String address);

  /** An attempt failed. */
  final class NotDeliverable extends RuntimeException {
    private final boolean isFinal;

    /**
     * @param isFinal whether another attempt would fail, too
     */
    NotDeliverable(String why, boolean isFinal) {
      super(why);
      this.isFinal = isFinal;
    }

    boolean isFinal() {
      return isFinal;
    }
  }
}
