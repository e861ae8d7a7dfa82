package io.flowmaster.tasks.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the first entries of each of several lists are read, in order, without reading the lists. */
enum ListPages {
  /**
   * PostgreSQL plans this once, whatever the number of lists; a union of fifty lists costs it three
   * milliseconds of planning. The lists stand in a subquery, so that it does not see how many they
   * are: a plan for few looks so cheap to it that it would plan anew each time.
   */
  LATERAL {
    @Override
    String sql(String columns, String from, String conditions, String order, int lists) {
      return "select x.* from unnest((select cast(:lists as varchar array))) l(list) cross join lateral (select "
          + columns
          + from
          + " and e.list = l.list"
          + conditions
          + order
          + " limit :limit) x";
    }

    @Override
    void bind(List<String> lists, Map<String, Object> parameters) {
      parameters.put("lists", lists.toArray(String[]::new));
    }
  },

  /** What every database has. */
  UNION {
    @Override
    String sql(String columns, String from, String conditions, String order, int lists) {
      return IntStream.range(0, lists)
          .mapToObj(
              i ->
                  "(select "
                      + columns
                      + from
                      + " and e.list = :list"
                      + i
                      + conditions
                      + order
                      + " limit :limit)")
          .collect(Collectors.joining(" union all "));
    }

    @Override
    void bind(List<String> lists, Map<String, Object> parameters) {
      for (int i = 0; i < lists.size(); i++) {
        parameters.put("list" + i, lists.get(i));
      }
    }
  };

  static ListPages of(String database) {
    return database.equals("PostgreSQL") ? LATERAL : UNION;
  }

  abstract String sql(String columns, String from, String conditions, String order, int lists);

  abstract void bind(List<String> lists, Map<String, Object> parameters);
}
