package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.integrations.ConnectorCatalog;
import io.flowmaster.integrations.ConnectorNotFound;
import io.flowmaster.integrations.ConnectorSearch;
import io.flowmaster.integrations.ConnectorView;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** All connectors: our own, and the Kamelets that fit, which are read when first asked for. */
@Component
class ListedConnectors implements ConnectorCatalog {
  private final Supplier<Map<String, Connector>> all;
  private final ElementTemplates templates = new ElementTemplates();

  ListedConnectors(List<Connector> own, CamelRoutes camel) {
    all =
        SingletonSupplier.of(
            () -> {
              Map<String, Connector> byId = new TreeMap<>();
              new KameletFiles()
                  .read()
                  .forEach((id, kamelet) -> byId.put(id, new KameletConnector(kamelet, camel)));
              own.forEach(connector -> byId.put(connector.view().id(), connector));
              return byId;
            });
  }

  /** The connector of an id. */
  Optional<Connector> find(String id) {
    return Optional.ofNullable(all.get().get(id));
  }

  @Override
  public Page<ConnectorView> search(ConnectorSearch search, PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    List<ConnectorView> found = views().filter(view -> fits(view, search)).toList();
    List<ConnectorView> rows =
        found.stream()
            .filter(view -> view.id().compareTo(after) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(
        rows, page, view -> List.of(view.id()), page.count() ? (long) found.size() : null);
  }

  @Override
  public ConnectorView get(String id) {
    return find(id).map(Connector::view).orElseThrow(() -> new ConnectorNotFound(id));
  }

  @Override
  public JsonNode elementTemplate(String id) {
    return templates.of(get(id));
  }

  @Override
  public List<JsonNode> elementTemplates() {
    List<JsonNode> made = new ArrayList<>();
    views().forEach(view -> made.add(templates.of(view)));
    return made;
  }

  private Stream<ConnectorView> views() {
    return all.get().values().stream().map(Connector::view);
  }

  private static boolean fits(ConnectorView view, ConnectorSearch search) {
    return (search.verb() == null || search.verb() == view.verb())
        && (search.kind() == null || search.kind() == view.kind())
        && holds(view, search.q());
  }

  private static boolean holds(ConnectorView view, @Nullable String q) {
    if (q == null) {
      return true;
    }
    String text =
        String.join(
                " ", view.id(), view.name(), view.description(), view.group(), view.verb().name())
            .toLowerCase(Locale.ROOT);
    return Stream.of(q.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }
}
