package io.flowmaster.executions.internal;

import io.flowmaster.executions.ActiveActivity;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the tokens of executions are: in activities that began and have not ended, or waiting in a
 * job before or after one. One statement for any number of executions.
 */
@Component
class JdbcTokens {
  private static final int MOST = 5_000;
  private static final int MOST_OF_ONE = 1_000;

  /** The limits are of each part, so that neither keeps the other from being seen. */
  private static final String TOKENS =
      """
      select * from (
        select 0 as QUEUED, PROC_INST_ID_, PROC_DEF_ID_, EXECUTION_ID_, ACT_ID_, ACT_NAME_, ACT_TYPE_, START_TIME_,
          SEQUENCE_COUNTER_, ID_
        from ACT_HI_ACTINST
        where PROC_INST_ID_ in (:ids) and END_TIME_ is null
          and ACT_TYPE_ not in ('subProcess', 'adHocSubProcess', 'transaction', 'multiInstanceBody')
        order by START_TIME_, SEQUENCE_COUNTER_, ID_ limit :most) begun
      union all
      select * from (
        select 1 as QUEUED, j.PROCESS_INSTANCE_ID_ as PROC_INST_ID_, j.PROCESS_DEF_ID_ as PROC_DEF_ID_, j.EXECUTION_ID_,
          d.ACT_ID_, cast(null as varchar) as ACT_NAME_, cast(null as varchar) as ACT_TYPE_,
          j.CREATE_TIME_ as START_TIME_, cast(0 as bigint) as SEQUENCE_COUNTER_, j.ID_
        from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
        where j.PROCESS_INSTANCE_ID_ in (:ids) and j.HANDLER_TYPE_ = 'async-continuation'
        order by j.CREATE_TIME_, j.ID_ limit :most) queued
      order by QUEUED, START_TIME_, SEQUENCE_COUNTER_, ID_
      """;

  private record Token(
      boolean isQueued,
      String instance,
      String definitionId,
      String engineExecution,
      String activityId,
      @Nullable String name,
      @Nullable String type,
      @Nullable Timestamp since) {}

  private final JdbcClient jdbc;
  private final ModelElements models;

  JdbcTokens(JdbcClient jdbc, ModelElements models) {
    this.jdbc = jdbc;
    this.models = models;
  }

  /** By execution id; an execution without tokens is left out. */
  Map<String, List<ActiveActivity>> of(Collection<String> running) {
    Map<String, List<ActiveActivity>> found = new LinkedHashMap<>();
    if (running.isEmpty()) {
      return found;
    }
    Set<String> begun = new HashSet<>();
    for (Token token : read(running)) {
      String place = token.engineExecution() + "/" + token.activityId();
      if (!token.isQueued() || !begun.contains(place)) {
        add(found, token);
      }
      if (!token.isQueued()) {
        begun.add(place);
      }
    }
    return found;
  }

  private List<Token> read(Collection<String> ids) {
    return jdbc.sql(TOKENS)
        .param("ids", ids)
        .param("most", MOST)
        .query(
            (row, n) ->
                new Token(
                    row.getInt("QUEUED") == 1,
                    row.getString("PROC_INST_ID_"),
                    row.getString("PROC_DEF_ID_"),
                    row.getString("EXECUTION_ID_"),
                    row.getString("ACT_ID_"),
                    row.getString("ACT_NAME_"),
                    row.getString("ACT_TYPE_"),
                    row.getTimestamp("START_TIME_")))
        .list();
  }

  private void add(Map<String, List<ActiveActivity>> found, Token token) {
    List<ActiveActivity> of = found.computeIfAbsent(token.instance(), id -> new ArrayList<>());
    if (of.size() < MOST_OF_ONE && token.since() != null) {
      of.add(view(token));
    }
  }

  private ActiveActivity view(Token token) {
    if (token.type() != null) {
      return new ActiveActivity(
          token.activityId(), token.name(), token.type(), token.since().toInstant());
    }
    String id = token.activityId().replace("#multiInstanceBody", "");
    FlowNode node = models.find(token.definitionId(), id).orElse(null);
    return new ActiveActivity(
        id,
        node == null ? null : node.getName(),
        node == null ? "activity" : node.getElementType().getTypeName(),
        token.since().toInstant());
  }
}
