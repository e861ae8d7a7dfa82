package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.util.EnsureUtil;

/**
 * The engine composes a message with the whole entity for each row that it inserts, in case its id
 * is not valid; here the message names the type alone.
 */
class EntityManagers implements SessionFactory {

  @Override
  public Class<?> getSessionType() {
    return DbEntityManager.class;
  }

  @Override
  public Session openSession() {
    IdGenerator ids = Context.getProcessEngineConfiguration().getIdGenerator();
    return new DbEntityManager(
        ids, Context.getCommandContext().getSession(PersistenceSession.class)) {
      @Override
      protected void validateId(DbEntity entity) {
        EnsureUtil.ensureValidIndividualResourceId(
            entity.getClass().getSimpleName(), entity.getId());
      }
    };
  }
}
