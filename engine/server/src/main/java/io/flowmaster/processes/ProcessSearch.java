package io.flowmaster.processes;

import io.flowmaster.platform.InvalidValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to list.
 *
 * @param q part of the name, the key or the description, in any case; null for all
 * @param tag a tag, spelt exactly; null for all
 * @param folder only what lies right in it; null for all
 * @param status null for drafts and published ones, without archived ones
 */
public record ProcessSearch(
    @Nullable String q,
    @Nullable String tag,
    @Nullable Folder folder,
    @Nullable ProcessStatus status,
    Sort sort) {

  /** The order of a list. */
  public enum Sort {
    NAME_ASC("name"),
    NAME_DESC("-name"),
    UPDATED_ASC("updatedAt"),
    UPDATED_DESC("-updatedAt");

    private final String parameter;

    Sort(String parameter) {
      this.parameter = parameter;
    }

    /**
     * The order that a {@code sort} parameter names; by name without one.
     *
     * @throws InvalidValue when it names none
     */
    public static Sort of(@Nullable String parameter) {
      if (parameter == null || parameter.isEmpty()) {
        return NAME_ASC;
      }
      return Arrays.stream(values())
          .filter(sort -> sort.parameter.equals(parameter))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidValue(
                      "sort",
                      "sort is one of "
                          + Arrays.stream(values())
                              .map(sort -> sort.parameter)
                              .collect(Collectors.joining(", "))
                          + "."));
    }
  }
}
