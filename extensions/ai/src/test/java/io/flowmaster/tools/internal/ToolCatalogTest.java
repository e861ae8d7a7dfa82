package io.flowmaster.tools.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolCatalog;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolDescription.Effects;
import io.flowmaster.tools.ToolNotFound;
import io.flowmaster.tools.ToolOutcome;
import io.flowmaster.tools.ToolProgress;
import io.flowmaster.tools.ToolProvider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ToolCatalogTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void argumentsThatDoNotFitNeverReachTheTool() throws Exception {
    Tool strict =
        tool(
            "strict",
            Effects.WRITES,
            "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}},\"required\":[\"n\"]}");
    ToolOutcome outcome = catalog(strict).call("strict", call("{\"n\":\"x\"}", false));
    assertThat(outcome.failed()).isTrue();
    assertThat(outcome.value().path("type").asText())
        .isEqualTo("urn:flowmaster:problem:tool-arguments-refused");
    assertThat(outcome.value().at("/errors/0/pointer").asText()).isEqualTo("/n");
    assertThat(catalog(strict).call("strict", call("{\"n\":1}", false)).failed()).isFalse();
  }

  @Test
  void aToolThatCannotBeTriedIsNotTried() throws Exception {
    Effects blunt = new Effects(false, true, false, false, true);
    ToolCatalog catalog = catalog(tool("blunt", blunt, "{}"), tool("look", Effects.READS, "{}"));
    assertThat(catalog.call("blunt", call("{}", true)).failed()).isTrue();
    assertThat(catalog.call("look", call("{}", true)).failed()).isFalse();
  }

  @Test
  void aPatternThatTakesForEverIsGivenUp() throws Exception {
    Tool slow =
        tool(
            "slow",
            Effects.READS,
            "{\"properties\":{\"t\":{\"type\":\"string\",\"pattern\":\"^(a|aa)+$\"}}}");
    String text = "{\"t\":\"" + "a".repeat(5000) + "!\"}";
    assertThat(catalog(slow).call("slow", call(text, false)).text()).contains("takes too long");
  }

  @Test
  void ofTwoWithOneNameTheFirstIsThere() throws Exception {
    ToolCatalog catalog =
        catalog(tool("same", Effects.READS, "{}"), tool("same", Effects.WRITES, "{}"));
    assertThat(catalog.tools()).hasSize(1);
    assertThat(catalog.tools().get(0).description().effects()).isEqualTo(Effects.READS);
    assertThatThrownBy(() -> catalog.call("none", call("{}", false)))
        .isInstanceOf(ToolNotFound.class);
  }

  private static Tool tool(String name, Effects effects, String schema) throws Exception {
    JsonNode read = JSON.readTree(schema);
    return new NamedTool(
        new ToolDescription(name, name, "", read, null, effects, "platform"),
        call -> ToolOutcome.of(call.arguments()));
  }

  private static ToolCall call(String arguments, boolean dryRun) throws Exception {
    return new ToolCall((ObjectNode) JSON.readTree(arguments), null, dryRun, ToolProgress.NONE);
  }

  private static ToolCatalog catalog(Tool... tools) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("all", (ToolProvider) () -> List.of(tools));
    return new CombinedToolCatalog(
        beans.getBeanProvider(ToolProvider.class),
        new ArgumentChecks(),
        new ToolsProperties(500, Duration.ofSeconds(1), 1024));
  }
}
