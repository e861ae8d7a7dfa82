package io.flowmaster.engine.internal;

import io.flowmaster.engine.internal.PolicyFindings.Refused;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JUEL without evaluating it and finds what {@link SafeResolver} would refuse, as far as it
 * shows in the text. An expression that is no JUEL is left to the engine to complain of.
 */
final class JuelRules {
  private static final int DEEPEST = 150;
  private static final Set<String> REFLECTION =
      Set.of(
          "class",
          "classLoader",
          "declaringClass",
          "module",
          "protectionDomain",
          "processEngine",
          "processEngineServices",
          "bpmnModelInstance",
          "bpmnModelElementInstance");
  private static final Builder JUEL = new Builder(Builder.Feature.METHOD_INVOCATIONS);
  private final int longest;
  private final Predicate<String> foreignBean;
  private final Predicate<String> allowedBean;

  JuelRules(PolicyProperties limits, Predicate<String> foreignBean, Predicate<String> allowedBean) {
    this.longest = limits.longestExpression();
    this.foreignBean = foreignBean;
    this.allowedBean = allowedBean;
  }

  Optional<Refused> refusal(String text) {
    if (text.length() > longest) {
      return refused(
          Violation.SIZE,
          "An expression is longer than %d characters. Simplify it.".formatted(longest));
    }
    if (Nesting.of(text) > DEEPEST) {
      return tooDeep();
    }
    try {
      return walk(JUEL.build(text.strip()).getRoot(), 0);
    } catch (TreeBuilderException notJuel) {
      return Optional.empty();
    } catch (StackOverflowError nested) {
      return tooDeep();
    }
  }

  private Optional<Refused> walk(Node node, int depth) {
    if (depth > DEEPEST * 2) {
      return tooDeep();
    }
    Optional<Refused> here =
        node instanceof AstProperty property ? property(property) : Optional.empty();
    if (here.isEmpty() && node instanceof AstMethod method) {
      here = method((AstProperty) method.getChild(0));
    }
    if (node instanceof AstFunction function && function.getName().contains(":")) {
      here =
          refused(
              Violation.REFLECTION,
              "The function %s is not allowed. Use a function without a prefix."
                  .formatted(PolicyFindings.shown(function.getName())));
    }
    int first = 0;
    if (node instanceof AstMethod) {
      // the property of a call is the method's name, judged above: go on below it
      for (int i = 0; here.isEmpty() && i < node.getChild(0).getCardinality(); i++) {
        here = walk(node.getChild(0).getChild(i), depth + 1);
      }
      first = 1;
    }
    for (int i = first; here.isEmpty() && i < node.getCardinality(); i++) {
      here = walk(node.getChild(i), depth + 1);
    }
    return here;
  }

  private Optional<Refused> property(AstProperty property) {
    String name = name(property);
    if (name != null && REFLECTION.contains(name)) {
      return refused(
          Violation.REFLECTION,
          "The property \"%s\" would reach into Java. For a member of a JSON variable write variable.prop(\"%s\")."
              .formatted(name, name));
    }
    return bean(property);
  }

  private Optional<Refused> method(AstProperty called) {
    String name = name(called);
    String owner = owner(called);
    if (owner != null && allowedBean.test(owner)) {
      return Optional.empty();
    }
    if (name == null || !SafeMembers.knows(name)) {
      return refused(
          Violation.REFLECTION,
          "The method %s is not one that expressions may call. Compute the value in a worker or a decision."
              .formatted(name == null ? "with a computed name" : "\"" + name + "\""));
    }
    return bean(called);
  }

  private Optional<Refused> bean(AstProperty property) {
    String owner = owner(property);
    return owner != null && foreignBean.test(owner)
        ? refused(
            Violation.BEAN,
            "\"%s\" is a part of the platform, which expressions may not use. If you mean a variable, rename it."
                .formatted(owner))
        : Optional.empty();
  }

  private static @Nullable String owner(AstProperty property) {
    return property.getChild(0) instanceof AstIdentifier identifier ? identifier.getName() : null;
  }

  /** The name that is written; null when it is computed. */
  private static @Nullable String name(AstProperty property) {
    if (property instanceof AstDot dot) {
      return dot.toString().substring(1).strip();
    }
    if (property instanceof AstBracket && property.getChild(1) instanceof AstString text) {
      String quoted = text.toString();
      return quoted.substring(1, quoted.length() - 1);
    }
    return null;
  }

  private static Optional<Refused> tooDeep() {
    return refused(Violation.SIZE, "An expression is nested too deeply. Simplify it.");
  }

  private static Optional<Refused> refused(String kind, String reason) {
    return Optional.of(new Refused(kind, reason));
  }
}
