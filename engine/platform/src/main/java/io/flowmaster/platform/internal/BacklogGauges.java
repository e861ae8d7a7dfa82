package io.flowmaster.platform.internal;

import static java.util.stream.Collectors.groupingBy;

import io.flowmaster.platform.Backlog;
import io.flowmaster.platform.Backlog.Figure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Offers what every {@link Backlog} says as gauges. */
@Component
class BacklogGauges {
  private final List<Backlog> backlogs;
  private final MeterRegistry meters;
  private final Map<String, MultiGauge> gauges = new HashMap<>();

  BacklogGauges(List<Backlog> backlogs, MeterRegistry meters) {
    this.backlogs = backlogs;
    this.meters = meters;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${flowmaster.metrics.refresh:PT1M}")
  void refresh() {
    Map<String, List<Figure>> figures =
        backlogs.stream().flatMap(b -> b.figures().stream()).collect(groupingBy(Figure::name));
    Stream.concat(figures.keySet().stream(), List.copyOf(gauges.keySet()).stream())
        .distinct()
        .forEach(name -> offer(name, figures.getOrDefault(name, List.of())));
  }

  private void offer(String name, List<Figure> figures) {
    gauges
        .computeIfAbsent(name, n -> MultiGauge.builder(n).register(meters))
        .register(figures.stream().<Row<?>>map(f -> Row.of(tags(f), f.value())).toList(), true);
  }

  private static Tags tags(Figure figure) {
    return Tags.of(
        figure.tags().entrySet().stream().map(e -> Tag.of(e.getKey(), e.getValue())).toList());
  }
}
