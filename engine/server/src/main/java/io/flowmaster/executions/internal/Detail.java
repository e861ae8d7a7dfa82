package io.flowmaster.executions.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The detail of a history event, member by member; absent values are left out. */
final class Detail {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  Detail with(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  Map<String, @Nullable Object> map() {
    return Collections.unmodifiableMap(members);
  }
}
