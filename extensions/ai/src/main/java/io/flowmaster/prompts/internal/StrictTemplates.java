package io.flowmaster.prompts.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.prompts.InvalidPrompt;
import io.flowmaster.prompts.PromptVariable;
import io.flowmaster.prompts.PromptVariable.Type;
import io.flowmaster.prompts.UnfitVariables;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Mustache over plain values alone, in which nothing may be missing. What comes out and how often
 * loops go round is bounded, and so is how deep prompts include each other.
 */
@Component
class StrictTemplates {
  private static final int MOST_CHARACTERS = 400_000;
  private static final int MOST_STEPS = 10_000;
  private static final int MOST_INCLUDED = 50;
  private final ObjectMapper json;

  StrictTemplates(ObjectMapper json) {
    this.json = json;
  }

  /**
   * What a template mentions.
   *
   * @param variables at its top level
   * @param includes names of other prompts
   */
  record Mentioned(Set<String> variables, Set<String> includes) {}

  /**
   * @throws InvalidPrompt when it is no Mustache
   */
  Mentioned mentioned(String template) {
    Mentioned found = new Mentioned(new LinkedHashSet<>(), new LinkedHashSet<>());
    try {
      compiler(name -> "", new Steps()).compile(template).visit(new Mentions(found));
      return found;
    } catch (MustacheException e) {
      throw new InvalidPrompt("/template", "This is no template: " + e.getMessage());
    }
  }

  /**
   * @param included gives the template of an included prompt by what stands in the tag
   */
  String render(
      String template,
      List<PromptVariable> declared,
      Map<String, JsonNode> given,
      UnaryOperator<String> included) {
    Map<String, Object> values = values(declared, given);
    BoundedWriter out = new BoundedWriter();
    int[] count = new int[1];
    UnaryOperator<String> counted =
        name -> {
          if (++count[0] > MOST_INCLUDED) {
            throw new TooMuch();
          }
          return included.apply(name);
        };
    try {
      compiler(counted, new Steps()).compile(template).execute(values, out);
      return out.toString();
    } catch (TooMuch e) {
      throw new InvalidPrompt(
          "/template", "It loops or includes others too often, or comes to too much text.");
    } catch (MustacheException e) {
      throw new InvalidPrompt("/template", "It cannot be rendered: " + e.getMessage());
    }
  }

  private Map<String, Object> values(List<PromptVariable> declared, Map<String, JsonNode> given) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    Set<String> unknown = new LinkedHashSet<>(given.keySet());
    for (PromptVariable each : declared) {
      unknown.remove(each.name());
      JsonNode value = given.get(each.name());
      if (value == null) {
        value = each.fallback();
      }
      if (value == null) {
        errors.add(new FieldError("/variables/" + each.name(), "It is missing."));
      } else if (!fits(each.type(), value)) {
        errors.add(
            new FieldError(
                "/variables/" + each.name(), "It is no " + each.type().name().toLowerCase() + "."));
      } else {
        values.put(each.name(), json.convertValue(value, Object.class));
      }
    }
    unknown.stream()
        .limit(20)
        .forEach(
            name ->
                errors.add(
                    new FieldError(
                        "/variables/" + escaped(name), "The prompt has no such variable.")));
    if (!errors.isEmpty()) {
      throw new UnfitVariables(errors);
    }
    return values;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Nothing is a value of any type. */
  static boolean fits(Type type, JsonNode value) {
    if (value instanceof NullNode) {
      return true;
    }
    return switch (type) {
      case STRING -> value.isTextual();
      case NUMBER -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case ARRAY -> value.isArray();
      case OBJECT -> value.isObject();
      case ANY -> true;
    };
  }

  private static Mustache.Compiler compiler(UnaryOperator<String> included, Steps steps) {
    return Mustache.compiler()
        .escapeHTML(false)
        .strictSections(true)
        .nullValue("")
        .emptyStringIsFalse(true)
        .withCollector(steps)
        .withLoader(name -> new StringReader(included.apply(name)));
  }

  /** It would never end, or not soon. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuch() {
      super("too much", null, false, false);
    }
  }

  /** What stands in a section is looked up in the section's value first, so it is left out. */
  private record Mentions(Mentioned found) implements Mustache.Visitor {
    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {
      add(name);
    }

    @Override
    public boolean visitInclude(String name) {
      found.includes().add(name);
      return false;
    }

    @Override
    public boolean visitSection(String name) {
      add(name);
      return false;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      add(name);
      return true;
    }

    private void add(String name) {
      String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
      if (!first.isEmpty() && !first.startsWith("-") && !first.equals("this")) {
        found.variables().add(first);
      }
    }
  }

  /** Knows maps, lists and values, no methods of objects; counts how often loops go round. */
  private static final class Steps extends BasicCollector {
    private int left = MOST_STEPS;

    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
      step();
      Iterator<?> all = super.toIterator(value);
      if (all == null) {
        return null;
      }
      return new Iterator<Object>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public Object next() {
          step();
          return all.next();
        }
      };
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new HashMap<>();
    }

    private void step() {
      if (--left < 0) {
        throw new TooMuch();
      }
    }
  }

  /** Takes so many characters and no more. */
  private static final class BoundedWriter extends Writer {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] buffer, int offset, int length) {
      if (text.length() + length > MOST_CHARACTERS) {
        throw new TooMuch();
      }
      text.append(buffer, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
