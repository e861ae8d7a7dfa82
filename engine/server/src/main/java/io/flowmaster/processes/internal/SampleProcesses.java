package io.flowmaster.processes.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.processes.KeyTaken;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.ProcessExchange;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ProcessView;
import io.flowmaster.processes.Publication;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.ResourceKind;
import io.flowmaster.processes.UnsoundModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Publishes the bundled sample processes into the tenant {@code demo}, once: what is there already
 * is left alone, whatever people made of it. One folder on the class path is one process.
 */
@Component
class SampleProcesses {
  private static final Logger LOG = LoggerFactory.getLogger(SampleProcesses.class);
  private static final Actor DESIGNER =
      new Actor(
          new TenantId("demo"),
          new UserId("designer"),
          "designer",
          Actor.Kind.PERSON,
          Set.of(Roles.DESIGNER),
          Set.of());
  private final ProcessesProperties properties;
  private final ProcessExchange exchange;
  private final ProcessCatalog catalog;
  private final CurrentActor current;

  SampleProcesses(
      ProcessesProperties properties,
      ProcessExchange exchange,
      ProcessCatalog catalog,
      CurrentActor current) {
    this.properties = properties;
    this.exchange = exchange;
    this.catalog = catalog;
    this.current = current;
  }

  /** In the background: the platform is ready before its samples are. */
  @EventListener(ApplicationReadyEvent.class)
  void load() {
    if (!properties.samples().isEmpty()) {
      Thread loader = new Thread(() -> load(properties.samples()), "sample-processes");
      loader.setDaemon(true);
      loader.start();
    }
  }

  void load(List<String> patterns) {
    try {
      bundles(patterns).forEach((folder, files) -> current.as(DESIGNER, () -> load(folder, files)));
    } catch (IOException e) {
      LOG.error("the sample processes cannot be read", e);
    }
  }

  private @Nullable Void load(String folder, List<Resource> files) {
    try {
      ProcessView process = imported(files);
      if (process.status() == ProcessStatus.DRAFT) {
        ProcessVersion version =
            catalog.publish(process.id(), new Publication("Bundled sample", null)).version();
        LOG.info("sample process {} published, version {}", process.key(), version.version());
      } else {
        LOG.info("sample process {} is there already", process.key());
      }
    } catch (UnsoundModel e) {
      LOG.error("sample process {} is unsound: {}", folder, e.extensions());
    } catch (RuntimeException e) {
      LOG.error("sample process {} was not loaded", folder, e);
    }
    return null;
  }

  private ProcessView imported(List<Resource> files) {
    try {
      return exchange.importFile("sample.zip", ZipBundle.write(files), false).process();
    } catch (KeyTaken taken) {
      return catalog.get(new ProcessId(String.valueOf(taken.extensions().get("processId"))));
    }
  }

  /** Files by folder; folders without a BPMN file are no processes. */
  private static Map<String, List<Resource>> bundles(List<String> patterns) throws IOException {
    Map<String, List<Resource>> bundles = new TreeMap<>();
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    for (String pattern : patterns) {
      for (org.springframework.core.io.Resource found : resolver.getResources(pattern)) {
        String name = String.valueOf(found.getFilename());
        Optional<ResourceKind> kind = ResourceKind.of(name);
        if (kind.isPresent() && found.isReadable()) {
          String url = found.getURL().toString();
          bundles
              .computeIfAbsent(url.substring(0, url.lastIndexOf('/')), f -> new ArrayList<>())
              .add(new Resource(name, kind.get(), found.getContentAsByteArray()));
        }
      }
    }
    bundles
        .values()
        .removeIf(files -> files.stream().noneMatch(f -> f.kind() == ResourceKind.BPMN));
    return bundles;
  }
}
