package io.flowmaster.executions.internal;

import io.flowmaster.executions.ExecutionNotFound;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds executions of the current tenant that the current actor may see. */
@Component
class ExecutionRows {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final String TAKES_PART =
      """
      p.START_USER_ID_ = %1$s
      or exists (select 1 from ACT_HI_PROCINST r where r.ID_ = p.ROOT_PROC_INST_ID_ and r.START_USER_ID_ = %1$s)
      or exists (select 1 from ACT_HI_TASKINST t
                 where t.ROOT_PROC_INST_ID_ = p.ROOT_PROC_INST_ID_ and t.ASSIGNEE_ = %1$s)
      or exists (select 1 from ACT_HI_TASKINST t join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_
                 where t.ROOT_PROC_INST_ID_ = p.ROOT_PROC_INST_ID_ and t.END_TIME_ is null
                   and l.TYPE_ = 'candidate' and (l.USER_ID_ = %1$s or l.GROUP_ID_ in (%2$s)))
      """;

  private final JdbcClient jdbc;
  private final CurrentActor current;
  private final ExecutionPolicies policies;

  ExecutionRows(JdbcClient jdbc, CurrentActor current, ExecutionPolicies policies) {
    this.jdbc = jdbc;
    this.current = current;
    this.policies = policies;
  }

  /**
   * One execution, which may be a called one.
   *
   * @throws ExecutionNotFound when it is not there or not for the actor's eyes
   */
  ExecutionRow get(String id) {
    if (!ID.matcher(id).matches()) {
      throw new ExecutionNotFound();
    }
    Condition condition = visible().andIf(id, "p.ID_ = ?");
    return jdbc.sql(ExecutionRow.SELECT + " where " + condition.sql())
        .params(condition.parameters())
        .query(ExecutionRow::read)
        .optional()
        .filter(policies::mayRead)
        .orElseThrow(ExecutionNotFound::new);
  }

  /** One execution of the tenant, for whoever may see a part of it; no policy was asked. */
  Optional<ExecutionRow> inTenant(String id) {
    return jdbc.sql(ExecutionRow.SELECT + " where p.ID_ = :id and p.TENANT_ID_ = :tenant")
        .param("id", id)
        .param("tenant", current.tenant().value())
        .query(ExecutionRow::read)
        .optional();
  }

  /** One page, and one row more when there is a next one. */
  List<ExecutionRow> page(Condition filter, boolean ascending, PageQuery page) {
    if (page.cursor() != null) {
      String time = filter.bind(Timestamp.from(page.cursor().instant(0)));
      String id = filter.bind(page.cursor().string(1));
      filter.and(
          "p.START_TIME_ %1$s %2$s or (p.START_TIME_ = %2$s and p.ID_ %1$s %3$s)"
              .formatted(ascending ? ">" : "<", time, id));
    }
    String order = ascending ? "asc" : "desc";
    return jdbc.sql(
            ExecutionRow.SELECT
                + " where %s order by p.START_TIME_ %s, p.ID_ %s limit %d"
                    .formatted(filter.sql(), order, order, page.limit() + 1))
        .params(filter.parameters())
        .query(ExecutionRow::read)
        .list();
  }

  long count(Condition filter) {
    return jdbc.sql("select count(*) from ACT_HI_PROCINST p where " + filter.sql())
        .params(filter.parameters())
        .query(Long.class)
        .single();
  }

  /** The start of each condition: the tenant, and what the actor may see of it. */
  Condition visible() {
    Actor actor = current.get();
    Condition condition = new Condition().andIf(actor.tenant().value(), "p.TENANT_ID_ = ?");
    if (!actor.hasAny(Roles.MANAGER, Roles.DESIGNER, Roles.DEVELOPER, Roles.ADMIN)) {
      String groups =
          condition.bind(actor.groups().isEmpty() ? List.of("") : List.copyOf(actor.groups()));
      condition.and(TAKES_PART.formatted(condition.bind(actor.id().value()), groups));
    }
    return condition;
  }
}
