package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.Worker;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Finds the methods that carry {@link Worker}, without creating beans that have none. */
final class WorkerMethods implements TopicHandlers {
  private final ConfigurableListableBeanFactory beans;
  private final ObjectMapper json;
  private final InputCheck check;

  WorkerMethods(ConfigurableListableBeanFactory beans, ObjectMapper json, InputCheck check) {
    this.beans = beans;
    this.json = json;
    this.check = check;
  }

  @Override
  public List<TopicHandler> all() {
    List<TopicHandler> found = new ArrayList<>();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = AutoProxyUtils.determineTargetClass(beans, name);
      if (type != null) {
        annotated(type)
            .forEach(
                (method, worker) ->
                    found.add(
                        new WorkerMethod(
                            worker, topic(worker), beans.getBean(name), method, json, check)));
      }
    }
    return found;
  }

  private String topic(Worker worker) {
    String topic = beans.resolveEmbeddedValue(worker.value());
    return topic == null ? worker.value() : topic;
  }

  static Map<Method, Worker> annotated(Class<?> type) {
    MetadataLookup<Worker> lookup =
        method -> AnnotatedElementUtils.findMergedAnnotation(method, Worker.class);
    return MethodIntrospector.selectMethods(type, lookup);
  }
}
