package io.flowmaster.versioning.internal;

import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.versioning.VersionView;
import io.flowmaster.versioning.VersionView.Deprecation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares versions by the checksums of their files. */
final class ChecksumComparison {
  private final Map<String, String> draft;

  ChecksumComparison(List<ProcessVersion.File> draft) {
    this.draft = sums(draft);
  }

  VersionView view(
      ProcessVersion version, @Nullable ProcessVersion previous, @Nullable Deprecation deprecated) {
    Map<String, String> before = previous == null ? Map.of() : sums(previous.resources());
    Map<String, String> own = sums(version.resources());
    List<VersionView.File> files =
        version.resources().stream().map(file -> view(file, before)).toList();
    return new VersionView(
        version.version(),
        version.key(),
        version.label(),
        version.changelog(),
        version.publishedAt(),
        version.publishedBy(),
        version.processDefinitionId(),
        version.deploymentId(),
        version.checksum(),
        own.equals(before),
        own.equals(draft),
        deprecated,
        files,
        null);
  }

  private VersionView.File view(ProcessVersion.File file, Map<String, String> before) {
    return new VersionView.File(
        file.name(),
        file.kind(),
        file.size(),
        file.sha256(),
        file.sha256().equals(before.get(file.name())),
        file.sha256().equals(draft.get(file.name())));
  }

  private static Map<String, String> sums(List<ProcessVersion.File> files) {
    return files.stream()
        .collect(Collectors.toMap(ProcessVersion.File::name, ProcessVersion.File::sha256));
  }
}
