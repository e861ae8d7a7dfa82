package io.flowmaster.benchmark;

import io.flowmaster.engine.TaskChanges;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets a row measure the engine with the inbox's writer and without it. */
final class ReadModelSwitch {
  private static volatile boolean on = true;

  private ReadModelSwitch() {}

  static void turn(boolean wanted) {
    on = wanted;
  }

  static void install(ConfigurableApplicationContext context) {
    context
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof TaskChanges ? switchable(bean) : bean;
              }
            });
  }

  private static Object switchable(Object writer) {
    ProxyFactory factory = new ProxyFactory(writer);
    factory.setProxyTargetClass(true);
    factory.addAdvice(
        (MethodInterceptor)
            call ->
                on || !call.getMethod().getName().equals("tasksChanged") ? call.proceed() : null);
    return factory.getProxy();
  }
}
