package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.bulk.BulkJobs;
import io.flowmaster.bulk.BulkSelection;
import io.flowmaster.bulk.NewBulkJob;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tasks.NewTaskBulk;
import io.flowmaster.tasks.TaskBulk;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a selection or a search of the inbox into the items of a bulk job. */
@Component
class BulkOfTasks implements TaskBulk {
  private final BulkJobs jobs;
  private final TaskPeople people;
  private final StandIns standIns;
  private final CurrentActor current;
  private final ObjectMapper json;
  private final Clock clock;

  BulkOfTasks(
      BulkJobs jobs,
      TaskPeople people,
      StandIns standIns,
      CurrentActor current,
      ObjectMapper json,
      Clock clock) {
    this.jobs = jobs;
    this.people = people;
    this.standIns = standIns;
    this.current = current;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public BulkJob begin(NewTaskBulk bulk) {
    return jobs.create(
        new NewBulkJob(
            TaskActions.name(bulk.action()),
            parameters(bulk),
            bulk.search() == null ? BulkSelection.of(bulk.ids()) : matching(bulk.search()),
            bulk.reason()));
  }

  private Map<String, JsonNode> parameters(NewTaskBulk bulk) {
    return switch (bulk.action()) {
      case ASSIGN -> assignee(bulk);
      case RESPOND -> response(bulk);
      case CHANGE -> Map.of(TaskChanging.CHANGE, json.valueToTree(bulk.change()));
    };
  }

  private Map<String, JsonNode> assignee(NewTaskBulk bulk) {
    if (bulk.assignee() != null) {
      people.requireUser("/assignee", bulk.assignee());
    }
    return Map.of(TaskActions.ASSIGNEE, TaskActions.json(bulk.assignee()));
  }

  private Map<String, JsonNode> response(NewTaskBulk bulk) {
    return Map.of(TaskActions.RESPONSE, json.valueToTree(bulk.response()));
  }

  private BulkSelection matching(TaskSearch search) {
    Actor me = current.get();
    TaskAccess.require(me, search);
    if (TaskScope.status(search) != TaskStatus.OPEN) {
      return BulkSelection.of(List.of());
    }
    TaskQuery query = new TaskQuery(me, standIns.of(me), search, clock.instant());
    if (query.isEmpty()) {
      return BulkSelection.of(List.of());
    }
    TaskScope scope = query.countScope();
    Map<String, Object> parameters = query.parameters();
    parameters.putAll(scope.membershipParameters());
    return BulkSelection.query(
        "select distinct i.id as item from (" + query.ids(scope) + ") i", parameters);
  }
}
