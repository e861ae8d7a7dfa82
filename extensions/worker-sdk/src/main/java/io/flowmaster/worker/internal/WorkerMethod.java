package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TopicRequest;
import io.flowmaster.worker.transport.WireValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/** A bean's method that works a topic. */
final class WorkerMethod implements TopicHandler {
  private final Worker worker;
  private final String topic;
  private final Object bean;
  private final Method method;
  private final Variables variables;
  private final Arguments arguments;
  private final InputCheck check;

  WorkerMethod(
      Worker worker,
      String topic,
      Object bean,
      Method declared,
      ObjectMapper json,
      InputCheck check) {
    this.worker = worker;
    this.topic = topic;
    this.bean = bean;
    this.method = AopUtils.selectInvocableMethod(declared, bean.getClass());
    this.variables = new Variables(json);
    this.check = check;
    if (topic.isBlank()) {
      throw new IllegalStateException(this + ": @Worker names a topic");
    }
    this.arguments = new Arguments(declared, json);
    ReflectionUtils.makeAccessible(method);
  }

  @Override
  public TopicRequest subscription() {
    return TopicRequest.of(topic, 0, arguments.variableNames())
        .of(orNull(worker.processes()), orNull(worker.tenants()));
  }

  @Override
  public int concurrency() {
    return worker.concurrency();
  }

  @Override
  public int retries() {
    return worker.retries();
  }

  @Override
  public boolean isFatal(Throwable failure) {
    return Stream.of(worker.fatal()).anyMatch(type -> type.isInstance(failure));
  }

  @Override
  public Map<String, WireValue> work(LockedTask task, TaskAccess access) throws Exception {
    ObjectNode values =
        variables.toJson(task, variable -> access.platform().content(task, variable));
    Object[] bound = arguments.bind(values, context(task, access.retriesLeft()));
    check.check(bean, method, bound);
    try {
      return variables.toVariables(method.invoke(bean, bound));
    } catch (InvocationTargetException e) {
      ReflectionUtils.rethrowException(e.getTargetException());
      throw e;
    }
  }

  @Override
  public String toString() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  static WorkerContext context(LockedTask task, int retriesLeft) {
    return new WorkerContext(
        task.id(),
        task.topicName(),
        task.processInstanceId(),
        task.processDefinitionKey(),
        task.activityId(),
        task.businessKey(),
        task.tenantId(),
        retriesLeft);
  }

  private static @Nullable List<String> orNull(String[] values) {
    return values.length == 0 ? null : List.of(values);
  }
}
