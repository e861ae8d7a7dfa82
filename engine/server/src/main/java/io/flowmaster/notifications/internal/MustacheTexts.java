package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.flowmaster.notifications.InvalidTemplate;
import io.flowmaster.notifications.NotificationTemplate;
import io.flowmaster.notifications.RenderedText;
import java.io.Writer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Renders templates: Mustache, which has no logic, over plain values alone. How much comes out and
 * how often loops go round is bounded, whatever the template and its variables are.
 */
@Component
class MustacheTexts {
  private final NotificationsProperties properties;
  private final ObjectMapper json;

  MustacheTexts(NotificationsProperties properties, ObjectMapper json) {
    this.properties = properties;
    this.json = json;
  }

  /**
   * @param pointer to the text, for the refusal
   * @throws InvalidTemplate when it is no Mustache
   */
  void check(String pointer, String text) {
    try {
      compiler(false, new Steps(properties.mostSteps())).compile(text);
    } catch (MustacheException e) {
      throw new InvalidTemplate(pointer, "This is no template: " + e.getMessage());
    }
  }

  RenderedText render(
      String locale,
      NotificationTemplate.Text text,
      boolean html,
      Map<String, JsonNode> variables) {
    Map<String, Object> plain = new HashMap<>();
    variables.forEach((name, value) -> plain.put(name, json.convertValue(value, Object.class)));
    Steps steps = new Steps(properties.mostSteps());
    return new RenderedText(
        locale,
        one("/subject", text.subject(), false, plain, steps).replaceAll("\\s+", " ").strip(),
        one("/body", text.body(), html, plain, steps),
        html);
  }

  private String one(
      String pointer, String text, boolean html, Map<String, Object> variables, Steps steps) {
    BoundedWriter out = new BoundedWriter(properties.mostCharacters());
    try {
      compiler(html, steps).compile(text).execute(variables, out);
      return out.toString();
    } catch (TooMuch e) {
      throw new InvalidTemplate(pointer, "It loops too often or comes to too much text.");
    } catch (MustacheException e) {
      throw new InvalidTemplate(pointer, "It cannot be rendered: " + e.getMessage());
    }
  }

  private static Mustache.Compiler compiler(boolean html, Steps steps) {
    return Mustache.compiler()
        .escapeHTML(html)
        .defaultValue("")
        .withCollector(steps)
        .withLoader(
            name -> {
              throw new MustacheException("templates cannot include others");
            });
  }

  /** It would never end, or not soon. */
  private static final class TooMuch extends RuntimeException {
    TooMuch() {
      super("too much", null, false, false);
    }
  }

  /** Knows maps, lists and values, no methods of objects; counts how often loops go round. */
  private static final class Steps extends BasicCollector {
    private int left;

    Steps(int most) {
      this.left = most;
    }

    @Override
    public Iterator<?> toIterator(Object value) {
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
    private final int most;

    BoundedWriter(int most) {
      this.most = most;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
      if (text.length() + length > most) {
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
