package io.flowmaster.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class LinksIT {
  private final Api api;

  LinksIT(Api api) {
    this.api = api;
  }

  @Test
  void everyLinkIsListedAndWhatIsMissingIsMarked() {
    String id =
        create(
            """
            <callActivity id="call" name="Check credit" calledElement="nobody-%1$s"/>
            <callActivity id="pick" calledElement="${which}"/>
            <businessRuleTask id="decide" camunda:decisionRef="rules-%1$s"/>
            <userTask id="ask" camunda:formRef="form-%1$s" camunda:formRefBinding="latest"/>
            <serviceTask id="work" camunda:type="external" camunda:topic="mail"/>
            <intermediateThrowEvent id="tell"><messageEventDefinition id="d1" messageRef="m" camunda:type="external" camunda:topic="send"/></intermediateThrowEvent>
            <intermediateThrowEvent id="shout"><signalEventDefinition id="d2" signalRef="s"/></intermediateThrowEvent>
            <receiveTask id="hear" messageRef="m2"/>
            """);
    JsonNode items = links(id).json().path("items");
    assertThat(link(items, "call").path("type").asText()).isEqualTo("PROCESS");
    assertThat(link(items, "call").path("elementName").asText()).isEqualTo("Check credit");
    assertThat(link(items, "call").path("direction").asText()).isEqualTo("OUT");
    for (String dangling : new String[] {"call", "decide", "ask", "shout"}) {
      assertThat(link(items, dangling).path("dangling").asBoolean()).as(dangling).isTrue();
      assertThat(link(items, dangling).path("reason").asText()).as(dangling).endsWith(".");
      assertThat(link(items, dangling).path("target").isNull()).as(dangling).isTrue();
    }
    assertThat(link(items, "pick").path("dynamic").asBoolean()).isTrue();
    assertThat(link(items, "pick").path("dangling").asBoolean()).isFalse();
    assertThat(link(items, "work").path("ref").asText()).isEqualTo("mail");
    assertThat(link(items, "hear").path("direction").asText()).isEqualTo("IN");
    assertThat(link(items, "hear").path("dangling").asBoolean()).isFalse();
  }

  @Test
  void aCalledProcessIsNoLongerMissingOnceItIsPublished() {
    String caller = create("<callActivity id=\"call\" calledElement=\"called-%1$s\"/>");
    String key = links(caller).at("/items/0/ref");
    String called = create(key, "<manualTask id=\"work\"/>");
    assertThat(links(caller).json().at("/items/0/dangling").asBoolean()).isTrue();
    publish(called);
    Answer answer = links(caller);
    assertThat(answer.json().at("/items/0/dangling").asBoolean()).isFalse();
    assertThat(answer.at("/items/0/target/kind")).isEqualTo("PROCESS");
    assertThat(answer.at("/items/0/target/id")).isEqualTo(called);
    assertThat(answer.at("/items/0/target/version")).isEqualTo("1");
  }

  @Test
  void aMessageFindsTheProcessThatReceivesItUntilThatIsArchived() {
    String receiver = create("<receiveTask id=\"hear\" messageRef=\"m\"/>");
    String sender =
        create(
            "<intermediateThrowEvent id=\"tell\"><messageEventDefinition id=\"d\" messageRef=\"m\" camunda:expression=\"${1}\"/></intermediateThrowEvent>");
    String name = links(receiver).at("/items/0/ref");
    rename(sender, links(sender).at("/items/0/ref"), name);
    assertThat(links(sender).json().at("/items/0/dangling").asBoolean()).isTrue();
    publish(receiver);
    assertThat(links(sender).at("/items/0/target/id")).isEqualTo(receiver);
    designer().delete("/processes/" + receiver).expect(204);
    assertThat(links(sender).json().at("/items/0/dangling").asBoolean()).isTrue();
    designer().post("/processes/" + receiver + "/restore").expect(200);
    assertThat(links(sender).at("/items/0/target/id")).isEqualTo(receiver);
  }

  @Test
  void aPublishedVersionKeepsItsLinks() {
    String id =
        create("<serviceTask id=\"work\" camunda:type=\"external\" camunda:topic=\"one\"/>");
    publish(id);
    rename(id, "one", "two");
    assertThat(links(id).at("/items/0/ref")).isEqualTo("two");
    assertThat(
            designer().get("/processes/" + id + "/links?version=1").expect(200).at("/items/0/ref"))
        .isEqualTo("one");
    assertThat(
            api.as("manager", Roles.MANAGER)
                .get("/processes/" + id + "/links")
                .expect(200)
                .at("/items/0/ref"))
        .isEqualTo("one");
  }

  @Test
  void linksComeInPages() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      tasks.append(
          "<serviceTask id=\"t%d\" camunda:type=\"external\" camunda:topic=\"topic%d\"/>"
              .formatted(i, i));
    }
    String id = create(tasks.toString());
    Answer first = designer().get("/processes/" + id + "/links?limit=2&count=true").expect(200);
    assertThat(first.json().path("items")).hasSize(2);
    assertThat(first.at("/total")).isEqualTo("5");
    Answer second =
        designer()
            .get("/processes/" + id + "/links?limit=2&cursor=" + first.at("/nextCursor"))
            .expect(200);
    assertThat(second.at("/items/0/ref")).isEqualTo("topic2");
  }

  @Test
  void badQuestionsAreRefused() {
    String id = create("<manualTask id=\"x\"/>");
    designer().get("/processes/" + id + "/links?version=7").expectProblem(404, "process-not-found");
    designer().get("/processes/nothing/links").expectProblem(404, "process-not-found");
    api.otherAdmin().get("/processes/" + id + "/links").expectProblem(404, "process-not-found");
    api.as("employee").get("/processes/" + id + "/links").expectProblem(403, "forbidden");
    assertThat(designer().get("/processes/" + id + "/links?version=0").status()).isIn(400, 422);
    assertThat(designer().get("/processes/" + id + "/links?version=x").status()).isEqualTo(400);
  }

  private static JsonNode link(JsonNode items, String element) {
    for (JsonNode item : items) {
      if (item.path("elementId").asText().equals(element)) {
        return item;
      }
    }
    throw new AssertionError("no link of " + element + " in " + items);
  }

  private Answer links(String process) {
    return designer().get("/processes/" + process + "/links").expect(200);
  }

  private void publish(String process) {
    Answer answer = designer().post("/processes/" + process + "/publish");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  /** Replaces a name in the draft's model. */
  private void rename(String process, String from, String to) {
    Answer read = designer().get("/processes/" + process).expect(200);
    designer()
        .with("If-Match", read.header("ETag"))
        .put(
            "/processes/" + process,
            Map.of("bpmnXml", read.at("/bpmnXml").replace("\"" + from + "\"", "\"" + to + "\"")))
        .expect(200);
  }

  private String create(String elements) {
    return create(Names.unique("linked"), elements);
  }

  /**
   * {@code %1$s} in the elements is the key; messages m and m2 and the signal s are named after it.
   */
  private String create(String key, String elements) {
    String flow =
        "<startEvent id=\"start\"/><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"end\"/><endEvent id=\"end\"/>";
    String xml =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <message id="m" name="%1$s-m"/><message id="m2" name="%1$s-m2"/><signal id="s" name="%1$s-s"/>
          <process id="%1$s" name="Linked" isExecutable="true">%2$s%3$s</process>
        </definitions>
        """
            .formatted(key, flow, elements.replace("%1$s", key));
    return designer().post("/processes", Map.of("name", key, "bpmnXml", xml)).expect(201).at("/id");
  }

  private Caller designer() {
    return api.as("designer", Roles.DESIGNER);
  }
}
