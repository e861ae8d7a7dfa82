package io.flowmaster.platform;

import java.util.List;
import java.util.Map;

/**
 * What waits in an area, as figures for those who watch the platform. Read about once a minute on
 * each node and offered as gauges; the figures are of the whole platform, so the nodes of one
 * database report the same.
 */
public interface Backlog {

  /**
   * Every figure there is now, at most some hundreds. What is no longer listed is no longer
   * offered.
   */
  List<Figure> figures();

  /**
   * One figure.
   *
   * @param name a meter's name as Micrometer writes it, with the area in front: {@code
   *     flowmaster.tasks.open}
   * @param tags with the same keys for all figures of a name
   * @param value a count, or seconds where the name ends so
   */
  record Figure(String name, Map<String, String> tags, double value) {}
}
