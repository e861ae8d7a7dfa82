package io.flowmaster.processes;

import io.flowmaster.platform.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a process lies in the list: names of folders from the top. A folder is there as long as
 * something lies in it.
 *
 * @param path the names, separated by slashes; empty at the top
 */
public record Folder(String path) {
  /** In no folder. */
  public static final Folder TOP = new Folder("");

  private static final int LONGEST_PATH = 255;
  private static final int DEEPEST = 8;
  private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\\\p{Cntrl}]{1,64}");

  /**
   * Reads a path; blanks around names and empty names do not count.
   *
   * @throws InvalidValue when it is too long, too deep, or a name is none
   */
  public static Folder of(String path) {
    List<String> names =
        Arrays.stream(path.split("/", LONGEST_PATH))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    String plain = names.stream().collect(Collectors.joining("/"));
    if (plain.length() > LONGEST_PATH
        || names.size() > DEEPEST
        || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      throw new InvalidValue(
          "folder",
          "A folder is at most 8 names of at most 64 characters, separated by /, and 255 characters in all.");
    }
    return new Folder(plain);
  }
}
