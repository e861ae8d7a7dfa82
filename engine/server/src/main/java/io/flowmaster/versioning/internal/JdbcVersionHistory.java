package io.flowmaster.versioning.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.processes.ProcessFiles;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessModels;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ProcessVersions;
import io.flowmaster.versioning.VersionDeprecated;
import io.flowmaster.versioning.VersionDeprecated.Mark;
import io.flowmaster.versioning.VersionHistory;
import io.flowmaster.versioning.VersionReinstated;
import io.flowmaster.versioning.VersionView;
import io.flowmaster.versioning.VersionView.Deprecation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Versions as the processes know them, with the deprecations of this area. */
@Component
@Transactional
class JdbcVersionHistory implements VersionHistory {
  private final ProcessVersions versions;
  private final ProcessFiles drafts;
  private final ProcessModels models;
  private final JdbcDeprecations deprecations;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcVersionHistory(
      ProcessVersions versions,
      ProcessFiles drafts,
      ProcessModels models,
      JdbcDeprecations deprecations,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.versions = versions;
    this.drafts = drafts;
    this.models = models;
    this.deprecations = deprecations;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<VersionView> list(ProcessId process, PageQuery page) {
    int below = page.cursor() == null ? Integer.MAX_VALUE : (int) page.cursor().number(0);
    List<ProcessVersion> rows = versions.below(process, below, page.limit() + 1);
    Long total = page.count() ? versions.count(process) : null;
    return Page.of(views(process, rows), page, view -> List.of(view.version()), total);
  }

  @Override
  public VersionView get(ProcessId process, int version) {
    String xml = models.published(process, version).get(0).text();
    return view(process, version).withModel(xml);
  }

  @Override
  public VersionView deprecate(ProcessId process, int version, @Nullable String reason) {
    ProcessVersion found = versions.get(process, version);
    Instant now = clock.instant();
    Mark before = mark(found);
    deprecations.put(current.get(), process, found, reason, now);
    events.publishEvent(
        new VersionDeprecated(current.tenant(), process, version, reason, before, now));
    return view(process, version);
  }

  @Override
  public VersionView reinstate(ProcessId process, int version) {
    Mark before = mark(versions.get(process, version));
    if (deprecations.remove(current.tenant(), process, version)) {
      events.publishEvent(
          new VersionReinstated(current.tenant(), process, version, before, clock.instant()));
    }
    return view(process, version);
  }

  private Mark mark(ProcessVersion version) {
    Deprecation found =
        deprecations.of(current.tenant(), List.of(version)).get(version.processDefinitionId());
    return found == null ? Mark.NONE : new Mark(true, found.reason());
  }

  private VersionView view(ProcessId process, int version) {
    versions.get(process, version);
    return views(process, versions.below(process, version + 1, 2)).get(0);
  }

  /** Each with the next older one at hand; of the last row that is unknown and not shown. */
  private List<VersionView> views(ProcessId process, List<ProcessVersion> rows) {
    ChecksumComparison comparison = new ChecksumComparison(drafts.list(process));
    Map<String, Deprecation> deprecated = deprecations.of(current.tenant(), rows);
    List<VersionView> views = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ProcessVersion row = rows.get(i);
      ProcessVersion previous = i + 1 < rows.size() ? rows.get(i + 1) : null;
      views.add(comparison.view(row, previous, deprecated.get(row.processDefinitionId())));
    }
    return views;
  }
}
