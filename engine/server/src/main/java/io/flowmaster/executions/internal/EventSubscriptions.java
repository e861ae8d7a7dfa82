package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.VariableCondition;
import io.flowmaster.engine.VariableSql;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.RefusedInput;
import io.flowmaster.platform.TenantId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for a message or a signal. */
@Component
class EventSubscriptions {

  /**
   * One that waits.
   *
   * @param engineExecution the engine's execution that holds the subscription
   * @param root the outermost execution
   */
  record Waiting(
      String engineExecution, String root, String processKey, String activityId, boolean paused) {}

  /** A process that begins with the message or signal. */
  record Beginning(String definitionId, String activityId) {}

  private static final String WAITING =
      """
      select s.EXECUTION_ID_, p.ROOT_PROC_INST_ID_, p.PROC_DEF_KEY_, s.ACTIVITY_ID_, p.SUSPENSION_STATE_
      from ACT_RU_EVENT_SUBSCR s
      join ACT_RU_EXECUTION p on p.ID_ = s.PROC_INST_ID_
      join ACT_RU_EXECUTION r on r.ID_ = p.ROOT_PROC_INST_ID_
      where %s order by p.SUSPENSION_STATE_, s.CREATED_, s.ID_ limit %d
      """;

  private final JdbcClient jdbc;

  EventSubscriptions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Executions that wait for the message and match, the paused ones last. */
  List<Waiting> forMessage(TenantId tenant, MessageCorrelation message, int most) {
    Condition condition = subscription(tenant, "message", message.name());
    condition.andIf(message.businessKey(), "p.BUSINESS_KEY_ = ? or r.BUSINESS_KEY_ = ?");
    if (message.executionId() != null) {
      condition.andIf(message.executionId().value(), "p.ID_ = ? or r.ID_ = ?");
    }
    for (Map.Entry<String, JsonNode> wanted : message.correlation().entrySet()) {
      condition.and(
          "exists (select 1 from ACT_RU_VARIABLE v where v.EXECUTION_ID_ in (p.ID_, r.ID_)"
              + " and v.NAME_ = %s and (%s))"
                  .formatted(
                      condition.bind(wanted.getKey()),
                      VariableSql.matches(equal(wanted), "v.TYPE_", "v", condition::bind)));
    }
    return waiting(condition, most);
  }

  /** Executions that wait for the signal, in the given one only when there is one. */
  List<Waiting> forSignal(TenantId tenant, String name, @Nullable String execution, int most) {
    Condition condition =
        subscription(tenant, "signal", name).andIf(execution, "p.ID_ = ? or r.ID_ = ?");
    return waiting(condition, most);
  }

  int countSignal(TenantId tenant, String name) {
    Condition condition = subscription(tenant, "signal", name).and("p.SUSPENSION_STATE_ = 1");
    return jdbc.sql(
            "select count(*) from ACT_RU_EVENT_SUBSCR s join ACT_RU_EXECUTION p on p.ID_ = s.PROC_INST_ID_ where "
                + condition.sql())
        .params(condition.parameters())
        .query(Integer.class)
        .single();
  }

  private List<Waiting> waiting(Condition condition, int most) {
    return jdbc.sql(WAITING.formatted(condition.sql(), most))
        .params(condition.parameters())
        .query(
            (row, n) ->
                new Waiting(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5) != 1))
        .list();
  }

  private static Condition subscription(TenantId tenant, String type, String name) {
    return new Condition()
        .andIf(type, "s.EVENT_TYPE_ = ?")
        .andIf(name, "s.EVENT_NAME_ = ?")
        .andIf(tenant.value(), "s.TENANT_ID_ = ?");
  }

  /**
   * Definitions that begin with it; the engine keeps their definition in {@code CONFIGURATION_}.
   */
  List<Beginning> beginnings(TenantId tenant, String type, String name) {
    Condition condition = subscription(tenant, type, name).and("s.PROC_INST_ID_ is null");
    return jdbc.sql(
            "select s.CONFIGURATION_, s.ACTIVITY_ID_ from ACT_RU_EVENT_SUBSCR s where "
                + condition.sql()
                + " order by s.ID_ limit 200")
        .params(condition.parameters())
        .query((row, n) -> new Beginning(row.getString(1), row.getString(2)))
        .list();
  }

  private static VariableCondition equal(Map.Entry<String, JsonNode> wanted) {
    JsonNode node = wanted.getValue();
    Object value = null;
    if (node.isNumber()) {
      value = node.decimalValue();
    } else if (node.isBoolean()) {
      value = node.booleanValue();
    } else if (node.isTextual()) {
      value = node.textValue();
    } else if (!node.isNull()) {
      throw new RefusedInput(
          "/correlation/" + wanted.getKey(), "Correlate by a text, a number, a boolean or null.");
    }
    return new VariableCondition(wanted.getKey(), VariableCondition.Operator.EQ, value);
  }
}
