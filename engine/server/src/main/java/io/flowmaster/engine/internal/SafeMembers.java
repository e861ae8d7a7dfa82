package io.flowmaster.engine.internal;

import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.spin.json.SpinJsonNode;

/** The methods that expressions may call, by the type of what they are called on. */
final class SafeMembers {
  private static final Set<String> OF_ANY = Set.of("toString", "equals", "hashCode", "compareTo");
  private static final Pattern OF_TIME =
      Pattern.compile(
          "get(Year|Month|Week|Day|Hour|Minute|Second|Milli|Nano|Epoch|Zone|Offset)\\w*"
              + "|is(Before|After|Equal|Leap|Negative|Zero)\\w*"
              + "|to(Date|Local|Instant|Epoch|Zoned|Offset|Year|Month|Day|Hour|Minute|Second|Milli|Nano|Total|String)\\w*"
              + "|(plus|minus|with)(\\p{Lu}\\w*)?|at(Zone|Offset|Start|Time|Date)\\w*"
              + "|truncatedTo|until|before|after|negated|abs|getTime");
  private static final List<Type> TYPES =
      List.of(
          type(
              String.class,
              "length isEmpty isBlank trim strip toLowerCase toUpperCase contains startsWith endsWith indexOf lastIndexOf substring charAt equalsIgnoreCase compareToIgnoreCase concat replace matches replaceAll replaceFirst split"),
          type(
              Number.class,
              "intValue longValue doubleValue floatValue shortValue byteValue add subtract multiply negate abs signum scale precision"),
          type(Boolean.class, "booleanValue"),
          type(Character.class, "charValue"),
          type(Date.class, "getTime before after toInstant"),
          type(Map.class, "get getOrDefault containsKey containsValue isEmpty size keySet values"),
          type(Collection.class, "get contains containsAll indexOf isEmpty size subList"),
          type(
              SpinJsonNode.class,
              "prop hasProp fieldNames elements isObject isArray isString isNumber isBoolean isNull isValue stringValue numberValue boolValue value size isEmpty indexOf lastIndexOf contains jsonPath element elementList"),
          type(
              org.camunda.spin.json.SpinJsonPathQuery.class,
              "element elementList stringValue numberValue boolValue"),
          type(
              DmnDecisionResult.class,
              "getFirstResult getSingleResult getSingleEntry collectEntries getResultList"),
          type(DmnDecisionResultEntries.class, "getEntry getFirstEntry getSingleEntry getEntryMap"),
          type(
              DmnDecisionTableResult.class,
              "getFirstResult getSingleResult getSingleEntry collectEntries getResultList"),
          type(DmnDecisionRuleResult.class, "getEntry getFirstEntry getSingleEntry getEntryMap"),
          type(
              DelegateExecution.class,
              "getId getProcessInstanceId getProcessBusinessKey getBusinessKey getProcessDefinitionId getParentId getParentActivityInstanceId getActivityInstanceId getCurrentActivityId getCurrentActivityName getCurrentTransitionId getEventName getTenantId getSuperExecution getProcessInstance isCanceled getVariable getVariables getVariableLocal getVariablesLocal getVariableNames getVariableNamesLocal hasVariable hasVariableLocal hasVariables hasVariablesLocal setVariable setVariableLocal removeVariable removeVariableLocal setProcessBusinessKey"),
          type(
              DelegateTask.class,
              "getId getName getDescription getPriority getProcessInstanceId getExecutionId getProcessDefinitionId getTaskDefinitionKey getCreateTime getLastUpdated getDueDate getFollowUpDate getAssignee getOwner getEventName getTenantId getCandidates getExecution getVariable getVariables getVariableLocal getVariablesLocal getVariableNames getVariableNamesLocal hasVariable hasVariableLocal setVariable setVariableLocal removeVariable removeVariableLocal setName setDescription setPriority setOwner setAssignee setDueDate setFollowUpDate addCandidateUser addCandidateUsers addCandidateGroup addCandidateGroups deleteCandidateUser deleteCandidateGroup"),
          type(org.camunda.bpm.engine.task.IdentityLink.class, "getType getUserId getGroupId"),
          type(
              ExternalTask.class,
              "getId getTopicName getWorkerId getRetries getErrorMessage getErrorDetails getPriority getActivityId getActivityInstanceId getExecutionId getProcessInstanceId getProcessDefinitionId getProcessDefinitionKey getBusinessKey getTenantId"));
  private static final Set<String> ALL =
      Stream.concat(OF_ANY.stream(), TYPES.stream().flatMap(type -> type.methods.stream()))
          .collect(Collectors.toUnmodifiableSet());

  private SafeMembers() {}

  /** Whether there is a type on which a method of this name may be called. */
  static boolean knows(String method) {
    return ALL.contains(method) || OF_TIME.matcher(method).matches();
  }

  static boolean mayCall(Object base, String method) {
    if (isTime(base)) {
      return OF_ANY.contains(method) || OF_TIME.matcher(method).matches();
    }
    boolean known = false;
    for (Type type : TYPES) {
      if (type.of.test(base)) {
        known = true;
        if (type.methods.contains(method)) {
          return true;
        }
      }
    }
    return known && OF_ANY.contains(method);
  }

  /** A property is read by its getter, or for times by a method of its name. */
  static boolean mayRead(Object base, String property) {
    if (property.isEmpty()) {
      return false;
    }
    String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    return mayCall(base, "get" + capital) || mayCall(base, "is" + capital);
  }

  /** Times of Java, and those of {@code dateTime()}; none of them is changed by its methods. */
  private static boolean isTime(Object base) {
    String type = base.getClass().getName();
    return type.startsWith("java.time.")
            && (base instanceof TemporalAccessor || base instanceof TemporalAmount)
        || type.startsWith("org.joda.time.") && !type.contains("Mutable");
  }

  private static Type type(Class<?> type, String methods) {
    return new Type(type::isInstance, Set.of(methods.split(" ")));
  }

  private record Type(Predicate<Object> of, Set<String> methods) {}
}
