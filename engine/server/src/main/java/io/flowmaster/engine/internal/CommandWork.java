package io.flowmaster.engine.internal;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * What models may still do within one command of the engine. The engine keeps all that a command
 * does in memory until its end, so a model that loops without ever waiting would take the whole
 * server; and each of its expressions alone would stay within its own budget.
 */
final class CommandWork implements Session {
  private static final int LOOKS = 127;
  private final long end;
  private int activities;
  private long values;
  private int looks;

  private CommandWork(PolicyProperties limits) {
    this.end = FeelBudget.worked() + limits.commandTime().toNanos();
    this.activities = limits.commandActivities();
    this.values = limits.commandValues().toBytes();
  }

  static SessionFactory factory(PolicyProperties limits) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return CommandWork.class;
      }

      @Override
      public Session openSession() {
        return new CommandWork(limits);
      }
    };
  }

  /** Counts each activity that begins and the values of variables: the history keeps each one. */
  static HistoryEventHandler tap() {
    return new HistoryEventHandler() {
      @Override
      public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity
            && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
          current().activity();
        } else if (event instanceof HistoricVariableUpdateEventEntity update) {
          current().value(update);
        }
      }

      @Override
      public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
      }
    };
  }

  private static CommandWork current() {
    return Context.getCommandContext().getSession(CommandWork.class);
  }

  /**
   * Refuses an evaluation when the command that wants it, if any, has worked too long.
   *
   * @return until when it may work at most, in the processor time of this thread
   */
  static long evaluation() {
    CommandContext command = Context.getCommandContext();
    if (command == null || !command.getSessionFactories().containsKey(CommandWork.class)) {
      return Long.MAX_VALUE;
    }
    CommandWork work = command.getSession(CommandWork.class);
    work.require();
    return work.end;
  }

  private void activity() {
    if (--activities < 0) {
      throw new PolicyRefusal(
          Violation.ENDLESS,
          "The model begins too many activities without waiting once. Let its loops end, or make an activity of them asynchronous.");
    }
    look();
  }

  private void value(HistoricVariableUpdateEventEntity update) {
    values -= update.getTextValue() == null ? 0 : update.getTextValue().length();
    values -= update.getByteValue() == null ? 0 : update.getByteValue().length;
    if (values < 0) {
      throw new PolicyRefusal(
          Violation.ENDLESS,
          "The model sets too many or too large variables without waiting once. Let its loops end, or make an activity of them asynchronous.");
    }
  }

  private void look() {
    if ((++looks & LOOKS) == 0) {
      require();
    }
  }

  private void require() {
    if (FeelBudget.worked() > end) {
      throw new PolicyRefusal(
          Violation.ENDLESS,
          "The model works too long without waiting once. Let its loops end, or make an activity of them asynchronous.");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
