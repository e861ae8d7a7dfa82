package io.flowmaster.mcp.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * Threads for requests of clients, each as the one who asks. They call the platform's own API, so
 * they must not be those that serve it: were all of these waiting, nobody would answer them.
 */
@Component
class McpThreads implements Executor, DisposableBean {
  private final ThreadPoolExecutor pool;

  McpThreads(McpProperties properties) {
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            properties.threads(),
            properties.threads(),
            30,
            TimeUnit.SECONDS,
            properties.waiting() == 0
                ? new SynchronousQueue<>()
                : new ArrayBlockingQueue<>(properties.waiting()),
            task -> {
              Thread made = new Thread(task, "mcp-" + number.incrementAndGet());
              made.setDaemon(true);
              return made;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(new DelegatingSecurityContextRunnable(task));
  }

  @Override
  public void destroy() {
    pool.shutdownNow();
  }
}
