package io.flowmaster.mcp.web;

import io.flowmaster.platform.AnyRole;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCatalog;
import io.flowmaster.tools.ToolDescription;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "MCP")
class McpToolsController {
  private final ToolCatalog catalog;

  McpToolsController(ToolCatalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping("/mcp/tools")
  @AnyRole
  @Operation(
      summary = "List the tools that you may call",
      description = "By name; the same that the protocol's endpoint and agents have for you.")
  Page<ToolSummary> callableTools(PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    List<ToolDescription> all =
        catalog.tools().stream()
            .map(Tool::description)
            .sorted(Comparator.comparing(ToolDescription::name))
            .toList();
    List<ToolDescription> rows =
        all.stream()
            .filter(tool -> tool.name().compareTo(after) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(
            rows, page, tool -> List.of(tool.name()), page.count() ? (long) all.size() : null)
        .map(ToolSummary::of);
  }

  record ToolSummary(
      @Schema(description = "its stable name", example = "start_merchant-onboarding") String name,
      @Schema(description = "what a person reads", example = "Merchant onboarding") String title,
      @Schema(description = "what it does", example = "Starts the process") String description,
      @Schema(
              description =
                  "who brings it: platform, process, decision, another area, or an upstream server",
              example = "process")
          String origin,
      @Schema(description = "whether it changes nothing", example = "false") boolean readOnly,
      @Schema(description = "whether something may be lost by it", example = "false")
          boolean destructive,
      @Schema(description = "whether it reaches systems elsewhere", example = "false")
          boolean openWorld) {
    static ToolSummary of(ToolDescription tool) {
      return new ToolSummary(
          tool.name(),
          tool.title(),
          tool.text(),
          tool.origin(),
          tool.effects().readOnly(),
          tool.effects().destructive(),
          tool.effects().openWorld());
    }
  }
}
