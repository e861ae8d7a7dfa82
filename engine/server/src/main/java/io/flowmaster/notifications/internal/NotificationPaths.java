package io.flowmaster.notifications.internal;

import io.flowmaster.platform.PublicPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Links of messages work without a token: who has them may use them. */
@Configuration(proxyBeanMethods = false)
class NotificationPaths {
  @Bean
  PublicPaths notificationLinks() {
    return new PublicPaths(List.of("/notifications/actions/*", "/notifications/unsubscribe/*"));
  }
}
