package io.flowmaster.knowledge.internal;

import io.flowmaster.feedback.FeedbackGiven;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers how passages are rated, by those who may read them: 1 counts as -1, 3 as nothing, 5 as
 * 1.
 */
@Component
class RatedPassages {
  private static final String TARGET = "passage";
  private static final double MIDDLE = 3;
  private static final double REACH = 2;
  private final JdbcPassageStore passages;
  private final Readers readers;

  RatedPassages(JdbcPassageStore passages, Readers readers) {
    this.passages = passages;
    this.readers = readers;
  }

  @EventListener
  void given(FeedbackGiven event) {
    boolean isReadable =
        TARGET.equals(event.targetType())
            && !passages
                .found(event.tenant(), readers.readable(), List.of(event.targetId()))
                .isEmpty();
    if (isReadable) {
      double former = event.former() == null ? 0 : value(event.former());
      passages.rated(
          event.tenant(),
          event.targetId(),
          value(event.rating()) - former,
          event.former() == null ? 1 : 0);
    }
  }

  private static double value(int rating) {
    return (rating - MIDDLE) / REACH;
  }
}
