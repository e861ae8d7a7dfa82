package io.flowmaster.documents.internal;

import io.flowmaster.documents.internal.Procedure.Decision;
import io.flowmaster.documents.internal.Procedure.Source;
import io.flowmaster.documents.internal.Procedure.Step;
import io.flowmaster.documents.internal.Procedure.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as nodes and flows. Each node has a column of its own, from left to right, and stands
 * in the lane of its role, so nothing lies on anything.
 */
final class Diagram {
  private final List<Node> nodes = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final Set<String> lanes = new LinkedHashSet<>();
  private final String nobody;
  private int tasks;
  private int decisions;

  /** What a node is. */
  enum Kind {
    START,
    TASK,
    DECISION,
    JOIN,
    END
  }

  /**
   * @param source null for what the document does not say
   */
  record Node(
      String id,
      Kind kind,
      String name,
      String lane,
      String description,
      @Nullable Source source,
      int column) {}

  /**
   * @param name empty when there is only this way
   * @param condition null when it is the only or the default way
   */
  record Flow(String id, Node from, Node to, String name, @Nullable String condition) {}

  /** A way that has not come to its next node yet. */
  private record Loose(Node from, String name, @Nullable String condition) {}

  /**
   * @param nobody names the lane of tasks for which no role is said
   */
  Diagram(Procedure procedure, String nobody) {
    this.nobody = nobody;
    String lane = firstLane(procedure);
    List<Loose> open = new ArrayList<>();
    Node start = node("start", Kind.START, "", lane, "", null);
    open.add(new Loose(start, "", null));
    for (Step step : procedure.steps()) {
      open = step instanceof Decision decision ? decided(decision, open) : done((Task) step, open);
    }
    if (!open.isEmpty()) {
      Node end = node("end", Kind.END, "", open.get(0).from().lane(), "", null);
      connect(open, end);
    }
  }

  private String firstLane(Procedure procedure) {
    Step first = procedure.steps().get(0);
    String role = first instanceof Task task ? task.role() : ((Decision) first).role();
    return lane(role);
  }

  private String lane(@Nullable String role) {
    String lane = role == null ? nobody : role;
    for (String each : lanes) {
      if (each.equalsIgnoreCase(lane)) {
        return each;
      }
    }
    lanes.add(lane);
    return lane;
  }

  private List<Loose> done(Task task, List<Loose> open) {
    Node node =
        node(
            "task_" + ++tasks,
            Kind.TASK,
            task.name(),
            lane(task.role()),
            task.others(),
            task.source());
    connect(open, node);
    return new ArrayList<>(List.of(new Loose(node, "", null)));
  }

  private List<Loose> decided(Decision decision, List<Loose> open) {
    String id = "decision_" + ++decisions;
    String role = decision.role() == null && !nodes.isEmpty() ? last().lane() : decision.role();
    Node gateway = node(id, Kind.DECISION, decision.question(), lane(role), "", decision.source());
    connect(open, gateway);
    List<Loose> yes =
        branch(
            decision.yes(),
            new Loose(gateway, "Yes", "${" + id + " == true}"),
            decision.yesEnds(),
            id + "_yes");
    List<Loose> no =
        branch(decision.no(), new Loose(gateway, "No", null), decision.noEnds(), id + "_no");
    List<Loose> both = new ArrayList<>(yes);
    both.addAll(no);
    if (both.size() > 1) {
      Node join = node(id + "_join", Kind.JOIN, "", gateway.lane(), "", null);
      connect(both, join);
      return new ArrayList<>(List.of(new Loose(join, "", null)));
    }
    return both;
  }

  private List<Loose> branch(List<Task> branch, Loose from, boolean ends, String id) {
    List<Loose> open = new ArrayList<>(List.of(from));
    for (Task task : branch) {
      open = done(task, open);
    }
    if (!ends) {
      return open;
    }
    Node end = node(id + "_end", Kind.END, "", open.get(0).from().lane(), "", null);
    connect(open, end);
    return List.of();
  }

  private Node last() {
    return nodes.get(nodes.size() - 1);
  }

  private Node node(
      String id, Kind kind, String name, String lane, String description, @Nullable Source source) {
    Node node = new Node(id, kind, name, lane, description, source, nodes.size());
    nodes.add(node);
    return node;
  }

  private void connect(List<Loose> open, Node to) {
    for (Loose each : open) {
      flows.add(
          new Flow("flow_" + (flows.size() + 1), each.from(), to, each.name(), each.condition()));
    }
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Flow> flows() {
    return flows;
  }

  List<String> lanes() {
    return List.copyOf(lanes);
  }

  int tasks() {
    return tasks;
  }

  int decisions() {
    return decisions;
  }
}
