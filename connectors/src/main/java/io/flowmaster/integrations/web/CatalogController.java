package io.flowmaster.integrations.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.integrations.ConnectorCatalog;
import io.flowmaster.integrations.ConnectorKind;
import io.flowmaster.integrations.ConnectorSearch;
import io.flowmaster.integrations.ConnectorVerb;
import io.flowmaster.integrations.ConnectorView;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/integrations/connectors")
@RolesAllowed({Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER})
@Tag(
    name = "Integrations",
    description = "Connectors to other systems, and what is set up with them")
class CatalogController {
  private static final String CONNECTOR = "the connector's id";
  private final ConnectorCatalog catalog;

  CatalogController(ConnectorCatalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping
  @Operation(summary = "List the connectors, each with its JSON Schemas")
  Page<ConnectorView> search(
      @Parameter(description = "words that all stand in id, name, description, group or verb")
          @RequestParam(required = false)
          @Size(max = 100)
          @Nullable String q,
      @Parameter(description = "what they do") @RequestParam(required = false)
          @Nullable ConnectorVerb verb,
      @Parameter(description = "where they come from") @RequestParam(required = false)
          @Nullable ConnectorKind kind,
      PageQuery page) {
    return catalog.search(
        new ConnectorSearch(q == null || q.isBlank() ? null : q.strip(), verb, kind), page);
  }

  @GetMapping("/element-templates")
  @Operation(
      summary = "Read the element templates of all connectors",
      description = "For the modeler: service tasks that the worker 'connector' works.")
  List<JsonNode> elementTemplates() {
    return catalog.elementTemplates();
  }

  @GetMapping("/{id}")
  @Operation(summary = "Read a connector")
  ConnectorView get(@Parameter(description = CONNECTOR, example = "http") @PathVariable String id) {
    return catalog.get(id);
  }

  @GetMapping("/{id}/element-template")
  @Operation(summary = "Read a connector's element template (bpmn.io, Camunda 7)")
  JsonNode elementTemplate(
      @Parameter(description = CONNECTOR, example = "http") @PathVariable String id) {
    return catalog.elementTemplate(id);
  }
}
