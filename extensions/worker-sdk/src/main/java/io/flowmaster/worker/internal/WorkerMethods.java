package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.Worker;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Finds the methods that carry {@link Worker}, without creating beans that have none. */
final class WorkerMethods {
  private final ConfigurableListableBeanFactory beans;
  private final ObjectMapper json;

  WorkerMethods(ConfigurableListableBeanFactory beans, ObjectMapper json) {
    this.beans = beans;
    this.json = json;
  }

  /** One method for each topic. */
  Collection<WorkerMethod> all() {
    Map<String, WorkerMethod> byTopic = new TreeMap<>();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
      if (type != null) {
        annotated(type).forEach((method, worker) -> add(byTopic, worker, name, method));
      }
    }
    return byTopic.values();
  }

  private static Map<Method, Worker> annotated(Class<?> type) {
    MetadataLookup<Worker> lookup =
        method -> AnnotatedElementUtils.findMergedAnnotation(method, Worker.class);
    return MethodIntrospector.selectMethods(type, lookup);
  }

  private void add(Map<String, WorkerMethod> byTopic, Worker worker, String bean, Method method) {
    WorkerMethod found = new WorkerMethod(worker, beans.getBean(bean), method, json);
    WorkerMethod other = byTopic.put(found.topic(), found);
    if (other != null) {
      throw new IllegalStateException(
          "%s and %s both work the topic %s".formatted(other, found, found.topic()));
    }
  }
}
