package io.flowmaster.tools.internal;

import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem;
import io.flowmaster.tools.PlatformRefused;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolCatalog;
import io.flowmaster.tools.ToolDescription.Effects;
import io.flowmaster.tools.ToolNotFound;
import io.flowmaster.tools.ToolOutcome;
import io.flowmaster.tools.ToolProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tools of every provider, in the providers' order. */
@Component
class CombinedToolCatalog implements ToolCatalog {
  private final ObjectProvider<ToolProvider> providers;
  private final ArgumentChecks checks;
  private final ToolsProperties properties;

  CombinedToolCatalog(
      ObjectProvider<ToolProvider> providers, ArgumentChecks checks, ToolsProperties properties) {
    this.providers = providers;
    this.checks = checks;
    this.properties = properties;
  }

  @Override
  public List<Tool> tools() {
    Map<String, Tool> byName = new LinkedHashMap<>();
    providers
        .orderedStream()
        .flatMap(provider -> provider.tools().stream())
        .limit(properties.most())
        .forEach(tool -> byName.putIfAbsent(tool.description().name(), tool));
    return List.copyOf(byName.values());
  }

  @Override
  public Optional<Tool> find(String name) {
    return providers.orderedStream().flatMap(provider -> provider.find(name).stream()).findFirst();
  }

  @Override
  public ToolOutcome call(String name, ToolCall call) {
    Tool found = find(name).orElseThrow(() -> new ToolNotFound(name));
    try {
      Tool tool = found.pinned(call.arguments());
      checks.require(tool.description(), call.arguments());
      Effects effects = tool.description().effects();
      if (call.dryRun() && !effects.dryRun() && !effects.readOnly()) {
        throw new InvalidValue("dry-run", "The tool '" + name + "' cannot be tried first.");
      }
      return tool.call(call);
    } catch (PlatformRefused refusal) {
      return ToolOutcome.refused(refusal.document());
    } catch (Problem refusal) {
      return ToolOutcome.refused(refusal);
    }
  }
}
