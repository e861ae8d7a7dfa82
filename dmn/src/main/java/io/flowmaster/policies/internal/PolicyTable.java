package io.flowmaster.policies.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.AccessPolicy.Resource;
import io.flowmaster.policies.Explanation;
import io.flowmaster.policies.PolicySubject;
import io.flowmaster.rules.DecisionTables.Match;
import io.flowmaster.rules.DecisionTables.Rule;
import io.flowmaster.rules.DecisionTables.Table;
import io.flowmaster.rules.UnreadableRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy, ready to decide. What it decided about equal facts it knows again,
 * unless a rule looks at the time. A rule that fails denies: an error must not open a door.
 */
final class PolicyTable {
  static final String ALLOW = "allow";
  private static final int REMEMBERED = 20_000;
  private static final Pattern TIME = Pattern.compile("\\b(now|today)\\s*\\(");
  private static final Pattern RESOURCE_ID = Pattern.compile("\\bresource\\s*\\.\\s*id\\b");
  private final Table table;
  private final @Nullable Integer version;
  private final boolean timeless;
  private final boolean asksForId;
  private final Cache<List<Object>, Explanation> decided =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * @param version null for a draft
   */
  PolicyTable(Table table, String dmnXml, @Nullable Integer version) {
    this.table = table;
    this.version = version;
    this.timeless = !TIME.matcher(dmnXml).find();
    this.asksForId = RESOURCE_ID.matcher(dmnXml).find() || dmnXml.contains("context");
  }

  List<Rule> rules() {
    return table.rules();
  }

  Explanation decide(PolicySubject subject, Resource resource, String action) {
    if (!timeless) {
      return decideAnew(subject, resource, action);
    }
    List<Object> facts =
        List.of(
            subject,
            resource.type(),
            asksForId ? Objects.toString(resource.id()) : "",
            resource.attributes(),
            action);
    return decided.get(facts, unused -> decideAnew(subject, resource, action));
  }

  private Explanation decideAnew(PolicySubject subject, Resource resource, String action) {
    List<Match> matches;
    try {
      matches = table.matches(facts(subject, resource, action));
    } catch (UnreadableRules e) {
      return new Explanation(
          false, null, "The policy fails, so it denies: " + e.getMessage(), List.of(), version);
    }
    List<Explanation.Matched> matched =
        matches.stream()
            .map(match -> new Explanation.Matched(match.rule(), effect(match)))
            .toList();
    for (Match match : matches) {
      if (!effect(match).equals(ALLOW)) {
        return decided(false, match, matched);
      }
    }
    return matches.isEmpty()
        ? new Explanation(
            true, null, "No rule says anything about it: the roles decide.", matched, version)
        : decided(true, matches.get(0), matched);
  }

  private Explanation decided(boolean allowed, Match by, List<Explanation.Matched> matched) {
    String verb = allowed ? "allows" : "denies";
    String because = "Rule %d %s it".formatted(by.rule().index(), verb);
    String reason = reason(by);
    return new Explanation(
        allowed,
        by.rule(),
        reason == null ? because + "." : because + ": " + reason,
        matched,
        version);
  }

  private static @Nullable String reason(Match match) {
    Object reason = match.outputs().get("reason");
    return reason == null ? match.rule().description() : reason.toString();
  }

  private static String effect(Match match) {
    return ALLOW.equals(match.outputs().get("effect")) ? ALLOW : "deny";
  }

  private static Map<String, Object> facts(
      PolicySubject subject, Resource resource, String action) {
    Map<String, @Nullable Object> who = new LinkedHashMap<>();
    who.put("id", subject.id());
    who.put("kind", subject.kind().name());
    who.put("roles", subject.roles());
    who.put("groups", subject.groups());
    who.put("onBehalfOf", subject.onBehalfOf());
    who.put("attributes", subject.attributes());
    Map<String, @Nullable Object> what = new LinkedHashMap<>();
    what.put("type", resource.type());
    what.put("id", resource.id());
    what.put("attributes", resource.attributes());
    return Map.of("subject", who, "resource", what, "action", action);
  }
}
