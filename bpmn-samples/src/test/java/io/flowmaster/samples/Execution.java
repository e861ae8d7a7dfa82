package io.flowmaster.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.worker.BusinessError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** One execution of a sample, told as what people, workers, messages and time do to it. */
final class Execution {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final Set<String> STRUCTURE = Set.of("subProcess", "parallelGateway");
  private final ProcessEngine engine;
  private final Sample sample;
  private final ProcessInstance instance;

  private Execution(ProcessEngine engine, Sample sample, ProcessInstance instance) {
    this.engine = engine;
    this.sample = sample;
    this.instance = instance;
  }

  static Execution started(
      ProcessEngine engine, String sample, String user, Map<String, Object> answers) {
    Sample files = new Sample(sample);
    BpmnAwareTests.init(engine);
    String form =
        files.model().getModelElementsByType(StartEvent.class).stream()
            .map(StartEvent::getCamundaFormRef)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    assertFits(files.form(form), answers);
    ProcessInstance instance =
        as(
            engine,
            user,
            () -> engine.getRuntimeService().startProcessInstanceByKey(sample, "TEST-1", answers));
    return new Execution(engine, files, instance);
  }

  /** A person of the right group answers the form of a task: its fields, all that are required. */
  Execution does(String user, String task, Map<String, Object> answers) {
    return does(user, task, answers, user.equals("manager") ? "managers" : "staff");
  }

  /** The same, by somebody who works for another group. */
  Execution does(String user, String task, Map<String, Object> answers, String group) {
    Task open =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(instance.getId())
            .taskDefinitionKey(task)
            .singleResult();
    assertThat(open).as("open task %s", task).isNotNull();
    BpmnAwareTests.assertThat(open).hasCandidateGroup(group);
    assertFits(
        sample.form(
            engine.getFormService().getTaskFormData(open.getId()).getCamundaFormRef().getKey()),
        answers);
    as(
        engine,
        user,
        () -> {
          engine.getTaskService().complete(open.getId(), answers);
          return null;
        });
    return this;
  }

  /** The sample's worker works the one task of a topic. */
  <I> Execution works(String topic, Class<I> input, Function<I, Object> worker) {
    List<LockedExternalTask> tasks =
        engine.getExternalTaskService().fetchAndLock(10, "test").topic(topic, 60_000).execute();
    assertThat(tasks).as("tasks of %s", topic).hasSize(1);
    LockedExternalTask task = tasks.get(0);
    try {
      Object result = worker.apply(Sample.JSON.convertValue(plain(task.getVariables()), input));
      engine
          .getExternalTaskService()
          .complete(task.getId(), "test", stored(Sample.JSON.convertValue(result, MAP)));
    } catch (BusinessError e) {
      engine.getExternalTaskService().handleBpmnError(task.getId(), "test", e.code());
    }
    return this;
  }

  Execution receives(String message, Map<String, Object> variables) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceBusinessKey("TEST-1")
        .setVariables(variables)
        .correlate();
    return this;
  }

  /** The timer is due after that time, and fires. */
  Execution waited(Duration time, String timer) {
    Job job =
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(instance.getId())
            .activityId(timer)
            .timers()
            .singleResult();
    assertThat(job).as("timer %s", timer).isNotNull();
    assertThat(job.getDuedate().toInstant())
        .isCloseTo(Instant.now().plus(time), within(1, ChronoUnit.MINUTES));
    engine.getManagementService().executeJob(job.getId());
    return this;
  }

  /** Where something is awaited: a person, a worker, a message or a timer. */
  Execution waitsAt(String... activities) {
    List<String> open =
        engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance.getId())
            .unfinished()
            .list()
            .stream()
            .filter(a -> !STRUCTURE.contains(a.getActivityType()))
            .map(HistoricActivityInstance::getActivityId)
            .toList();
    assertThat(open).containsExactlyInAnyOrder(activities);
    return this;
  }

  Execution has(String variable, Object value) {
    Object known = plain(engine, instance.getId()).get(variable);
    assertThat(known).as(variable).isEqualTo(value);
    return this;
  }

  Execution passed(String... activities) {
    BpmnAwareTests.assertThat(instance).hasPassed(activities);
    return this;
  }

  Execution neverReached(String... activities) {
    BpmnAwareTests.assertThat(instance).hasNotPassed(activities);
    return this;
  }

  void endedAt(String... ends) {
    BpmnAwareTests.assertThat(instance).isEnded();
    Set<String> reached =
        engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance.getId())
            .list()
            .stream()
            .filter(a -> a.getActivityType().toLowerCase(Locale.ROOT).endsWith("endevent"))
            .map(HistoricActivityInstance::getActivityId)
            .filter(id -> !id.equals("checked"))
            .collect(Collectors.toSet());
    assertThat(reached).containsExactlyInAnyOrder(ends);
  }

  private static void assertFits(JsonNode form, Map<String, Object> answers) {
    List<JsonNode> fields =
        StreamSupport.stream(form.path("components").spliterator(), false)
            .filter(field -> field.has("key"))
            .toList();
    assertThat(fields.stream().map(field -> field.path("key").textValue()))
        .as("fields of %s", form.path("id").textValue())
        .containsAll(answers.keySet());
    assertThat(answers.keySet())
        .as("answers to %s", form.path("id").textValue())
        .containsAll(
            fields.stream()
                .filter(field -> field.path("validate").path("required").booleanValue())
                .filter(field -> !field.has("conditional"))
                .map(field -> field.path("key").textValue())
                .toList());
  }

  private static Map<String, Object> plain(ProcessEngine engine, String instance) {
    Map<String, Object> variables = new HashMap<>();
    engine
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(instance)
        .list()
        .forEach(v -> variables.put(v.getName(), v.getValue()));
    return variables;
  }

  private static Map<String, Object> plain(Map<String, Object> variables) {
    Map<String, Object> values = new HashMap<>(variables);
    values.replaceAll(
        (name, value) ->
            value instanceof SpinJsonNode json ? Sample.JSON.valueToTree(json.unwrap()) : value);
    return values;
  }

  /** As a worker's answer comes: what has members is JSON. */
  private static Map<String, Object> stored(Map<String, Object> result) {
    Map<String, Object> values = new HashMap<>(result);
    values.replaceAll(
        (name, value) ->
            value instanceof Map || value instanceof List
                ? Spin.JSON(Sample.JSON.valueToTree(value).toString())
                : value);
    return values;
  }

  private static <T> T as(ProcessEngine engine, String user, Supplier<T> work) {
    engine.getIdentityService().setAuthenticatedUserId(user);
    try {
      return work.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }
}
