package io.flowmaster.engine.internal;

import org.apache.ibatis.executor.CachingExecutor;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.session.Configuration;

/** Gives each session of the engine on PostgreSQL a {@link PipelinedExecutor}. */
final class PipelinedWrites implements Interceptor {
  private final Configuration mappings;
  private final ArrayInserts inserts = new ArrayInserts();

  PipelinedWrites(Configuration mappings) {
    this.mappings = mappings;
  }

  @Override
  public Object plugin(Object target) {
    return target instanceof Executor executor
        ? new CachingExecutor(new PipelinedExecutor(mappings, executor.getTransaction(), inserts))
        : target;
  }

  @Override
  public Object intercept(Invocation invocation) throws Throwable {
    return invocation.proceed();
  }
}
