package io.flowmaster.links.internal;

import io.flowmaster.links.Link;
import io.flowmaster.links.ProcessLinks;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.processes.ModelReference;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessReferences;
import io.flowmaster.processes.ProcessReferences.Bundle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the links out of the model and looks their other ends up, a page at a time. */
@Component
class JdbcProcessLinks implements ProcessLinks {
  private final ProcessReferences references;
  private final LinkTargets targets;
  private final CurrentActor current;

  JdbcProcessLinks(ProcessReferences references, LinkTargets targets, CurrentActor current) {
    this.references = references;
    this.targets = targets;
    this.current = current;
  }

  private record Numbered(long number, ModelReference reference) {}

  @Override
  public Page<Link> of(ProcessId process, @Nullable Integer version, PageQuery page) {
    Bundle bundle =
        version == null && designs()
            ? references.draft(process)
            : references.published(process, version);
    long from = page.cursor() == null ? 0 : page.cursor().number(0);
    List<Numbered> rows = new ArrayList<>();
    for (long i = Math.max(0, from);
        i < bundle.references().size() && rows.size() <= page.limit();
        i++) {
      rows.add(new Numbered(i + 1, bundle.references().get((int) i)));
    }
    Long total = page.count() ? (long) bundle.references().size() : null;
    Page<Numbered> shown = Page.of(rows, page, row -> List.of(row.number()), total);
    List<ModelReference> asked = shown.items().stream().map(Numbered::reference).toList();
    LinkTargets.Known known = targets.find(current.tenant(), asked);
    return shown.map(row -> link(row.reference(), bundle, known));
  }

  private boolean designs() {
    return current.get().hasAny(Roles.DESIGNER, Roles.ADMIN, Roles.DEVELOPER);
  }

  private static Link link(ModelReference reference, Bundle bundle, LinkTargets.Known known) {
    Link.@Nullable Target target = known.target(reference, bundle);
    String reason = target == null ? LinkReasons.missing(reference, bundle) : null;
    return new Link(
        reference.type(),
        reference.ref(),
        reference.elementId(),
        reference.elementName(),
        reference.direction(),
        target,
        reason != null,
        reference.dynamic(),
        reason);
  }
}
