package io.flowmaster.worker.internal;

import static org.camunda.bpm.client.spring.annotation.ExternalTaskSubscription.LONG_NULL_VALUE;
import static org.camunda.bpm.client.spring.annotation.ExternalTaskSubscription.STRING_NULL_VALUE;

import io.flowmaster.worker.transport.TopicRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.client.spring.annotation.ExternalTaskSubscription;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Beans that were written for Camunda's own client; they need not be changed. */
final class CamundaHandlers implements TopicHandlers {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private final ConfigurableListableBeanFactory beans;
  private final CamundaValues values = new CamundaValues();

  CamundaHandlers(ConfigurableListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public List<TopicHandler> all() {
    List<TopicHandler> found = new ArrayList<>();
    for (String name : beans.getBeanNamesForType(ExternalTaskHandler.class)) {
      ExternalTaskSubscription said =
          beans.findAnnotationOnBean(name, ExternalTaskSubscription.class);
      if (said == null || !said.autoOpen() || text(said.topicName()) == null) {
        LOG.info("The bean {} says no topic, or is not to be opened: it is not worked", name);
      } else {
        ExternalTaskHandler handler = beans.getBean(name, ExternalTaskHandler.class);
        found.add(new CamundaHandler(name, handler, request(said), values));
      }
    }
    return found;
  }

  private static TopicRequest request(ExternalTaskSubscription said) {
    long lock = said.lockDuration() == LONG_NULL_VALUE ? 0 : said.lockDuration();
    return new TopicRequest(
        said.topicName(),
        lock,
        texts(said.variableNames()),
        said.localVariables(),
        said.includeExtensionProperties(),
        text(said.businessKey()),
        either(said.processDefinitionId(), said.processDefinitionIdIn()),
        either(said.processDefinitionKey(), said.processDefinitionKeyIn()),
        text(said.processDefinitionVersionTag()),
        variables(said.processVariables()),
        said.withoutTenantId() ? true : null,
        texts(said.tenantIdIn()));
  }

  private static @Nullable List<String> either(String one, String[] many) {
    return text(one) == null ? texts(many) : List.of(one);
  }

  private static @Nullable String text(String value) {
    return STRING_NULL_VALUE.equals(value) ? null : value;
  }

  private static @Nullable List<String> texts(String[] values) {
    boolean nothing = values.length == 0 || values.length == 1 && text(values[0]) == null;
    return nothing ? null : List.of(values);
  }

  private static @Nullable Map<String, Object> variables(
      ExternalTaskSubscription.ProcessVariable[] values) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    Arrays.stream(values)
        .filter(value -> text(value.name()) != null)
        .forEach(value -> wanted.put(value.name(), value.value()));
    return wanted.isEmpty() ? null : wanted;
  }
}
