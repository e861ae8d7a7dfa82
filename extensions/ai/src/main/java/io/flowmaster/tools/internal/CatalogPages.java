package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.tools.PlatformApi.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists of the platform's API to a bound. */
final class CatalogPages {
  private static final int PAGE = 200;

  private CatalogPages() {}

  /** The items; none when the current actor may not list them. */
  static List<JsonNode> all(PlatformApi api, Request request, int most) {
    List<JsonNode> items = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      PlatformApi.Answer answer = api.call(request.with("limit", PAGE).with("cursor", cursor));
      if (answer.status() == 403) {
        return items;
      }
      JsonNode page = answer.require();
      page.path("items").forEach(items::add);
      cursor = page.path("nextCursor").isTextual() ? page.path("nextCursor").asText() : null;
    } while (cursor != null && items.size() < most);
    return items;
  }
}
