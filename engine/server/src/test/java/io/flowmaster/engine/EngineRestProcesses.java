package io.flowmaster.engine;

import io.flowmaster.testing.Caller;
import java.nio.charset.StandardCharsets;

/** Processes that tests bring in through the engine's REST. */
public final class EngineRestProcesses {
  private EngineRestProcesses() {}

  /** Deploys a process that has one external task. */
  static void deployExternal(Caller caller, String key, String topic) {
    deploy(
        caller,
        key,
        """
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
        <serviceTask id="work" camunda:type="external" camunda:topic="%s"/>
        <sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
        <endEvent id="end"/>
        """
            .formatted(topic));
  }

  /** Deploys a process; answers the id of the deployment. */
  public static String deploy(Caller caller, String key, String content) {
    return caller
        .upload("/engine-rest/deployment/create", key + ".bpmn", bpmn(key, content))
        .expect(200)
        .at("/id");
  }

  static byte[] bpmn(String key, String content) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <message id="message" name="%1$s-message"/>
          <signal id="signal" name="%1$s-signal"/>
          <process id="%1$s" isExecutable="true" camunda:historyTimeToLive="30">%2$s</process>
        </definitions>
        """
        .formatted(key, content)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Starts the latest version; answers the id of the instance. */
  static String start(Caller caller, String key, String body) {
    return caller
        .post("/engine-rest/process-definition/key/" + key + "/start", body)
        .expect(200)
        .at("/id");
  }
}
