package io.flowmaster.integrations;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;

/** The connectors that there are; the same for every tenant. */
public interface ConnectorCatalog {

  /** By id. */
  Page<ConnectorView> search(ConnectorSearch search, PageQuery page);

  /**
   * @throws ConnectorNotFound when it is not there
   */
  ConnectorView get(String id);

  /**
   * A template of bpmn.io for a service task that the worker {@code connector} works.
   *
   * @throws ConnectorNotFound when it is not there
   */
  JsonNode elementTemplate(String id);

  /** The templates of all connectors. */
  List<JsonNode> elementTemplates();
}
