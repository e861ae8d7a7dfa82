package io.flowmaster.notifications;

/** What links of messages are for. Who has the link needs no token. */
public interface MessageLinks {

  /**
   * What a link would answer to which task; changes nothing.
   *
   * @throws LinkNotValid when it was changed, is too old, or was used
   */
  Answer answer(String token);

  /** Answers the task, once, as the person to whom the message went, with the rights of now. */
  Answer act(String token);

  /** About what a link would end e-mails; changes nothing. */
  String topic(String token);

  /** Ends e-mails of a topic to the one to whom the message went; answers the topic. */
  String unsubscribe(String token);

  /** An answer to a task. */
  record Answer(String task, String outcome) {}
}
