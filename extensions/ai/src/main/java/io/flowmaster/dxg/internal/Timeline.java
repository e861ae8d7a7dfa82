package io.flowmaster.dxg.internal;

import io.flowmaster.dxg.CaseBriefing.Moment;
import io.flowmaster.platform.CaseFile.Event;
import java.util.ArrayList;
import java.util.List;

/** The events that mattered, the latest of them when there are many. */
final class Timeline {
  private static final int MOST = 30;

  private Timeline() {}

  static List<Moment> of(Reading reading) {
    List<Moment> moments = new ArrayList<>();
    for (Event event : reading.file().events()) {
      String text = EventTexts.matters(event) ? EventTexts.of(event, reading) : null;
      if (text != null) {
        moments.add(new Moment(event.at(), text, List.of(reading.event(event))));
      }
    }
    return moments.subList(Math.max(0, moments.size() - MOST), moments.size());
  }
}
