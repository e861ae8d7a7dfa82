package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A model that goes round without waiting; each of its expressions is small. */
@PlatformTest
@Tag("any-database")
class ModelLoopsIT {
  private final Caller caller;

  ModelLoopsIT(Api api) {
    this.caller = api.admin();
  }

  @Test
  @Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aLoopThatNeverEndsIsEnded() {
    String key = rounds("n");
    Answer refused = start(key, 1_000_000);
    refused.expectProblem(422, "refused-by-engine");
    assertThat(refused.at("/detail")).contains("Deployment policy (endless)", "asynchronous");
    assertThat(caller.get("/executions?processKey=" + key).expect(200).json().at("/items"))
        .isEmpty();
  }

  @Test
  void aLoopThatFillsTheMemoryIsEnded() {
    Answer refused = start(rounds("string join(for i in 1..200 return text)"), 1_000_000);
    refused.expectProblem(422, "refused-by-engine");
    assertThat(refused.at("/detail")).contains("too large variables");
  }

  @Test
  void aLoopThatEndsIsLeftAlone() {
    Answer done = start(rounds("n"), 2_000);
    assertThat(done.expect(201).at("/status")).isEqualTo("COMPLETED");
    assertThat(done.at("/variables/n")).isEqualTo("2000");
  }

  private Answer start(String key, int rounds) {
    return caller.post(
        "/executions",
        Map.of(
            "processKey",
            key,
            "variables",
            Map.of("n", 0, "rounds", rounds, "text", "x".repeat(5_000))));
  }

  private String rounds(String script) {
    String key = Names.unique("rounds");
    EngineRestProcesses.deploy(
        caller,
        key,
        """
        <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="fill"/>
        <scriptTask id="fill" scriptFormat="feel" camunda:resultVariable="filled"><script>%s</script></scriptTask>
        <sequenceFlow id="f1" sourceRef="fill" targetRef="count"/>
        <scriptTask id="count" scriptFormat="feel" camunda:resultVariable="n"><script>n + 1</script></scriptTask>
        <sequenceFlow id="f2" sourceRef="count" targetRef="again"/>
        <exclusiveGateway id="again" default="f4"/>
        <sequenceFlow id="f3" sourceRef="again" targetRef="fill">
          <conditionExpression xsi:type="tFormalExpression">${n &lt; rounds}</conditionExpression>
        </sequenceFlow>
        <sequenceFlow id="f4" sourceRef="again" targetRef="e"/><endEvent id="e"/>
        """
            .formatted(script));
    return key;
  }
}
