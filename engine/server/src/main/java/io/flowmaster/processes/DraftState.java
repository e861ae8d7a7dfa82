package io.flowmaster.processes;

import io.flowmaster.platform.TextDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the draft of a process is at one time, with its files by size and checksum.
 *
 * @param files by name; the model is one of them
 */
public record DraftState(
    String key,
    String name,
    @Nullable String description,
    List<String> tags,
    String folder,
    Map<String, TextDigest> files) {

  public DraftState {
    tags = List.copyOf(tags);
    files = new TreeMap<>(files);
  }

  /** The same without the files that are the same in another state. */
  public DraftState besides(DraftState other) {
    Map<String, TextDigest> different = new TreeMap<>(files);
    different.entrySet().removeAll(other.files.entrySet());
    return new DraftState(key, name, description, tags, folder, different);
  }
}
