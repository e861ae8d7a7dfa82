package io.flowmaster.dxg.internal;

import io.flowmaster.platform.TaskAnswered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Learns from each answer, in the transaction that keeps it. */
@Component
class AnsweredTasks {
  private final FieldTrust trust;

  AnsweredTasks(FieldTrust trust) {
    this.trust = trust;
  }

  @EventListener
  void learn(TaskAnswered answered) {
    trust.settle(answered.tenant(), answered.task(), answered.variables());
  }
}
