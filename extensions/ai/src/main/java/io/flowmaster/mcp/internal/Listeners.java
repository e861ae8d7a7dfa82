package io.flowmaster.mcp.internal;

import io.flowmaster.platform.TokenActors;
import io.flowmaster.platform.TokenActors.Bearer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clients that listen to this node; they hear that lists changed, until their token is over. */
@Component
class Listeners implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
  private static final int LOOKS_PER_COMMENT = 8;
  private static final List<String> LISTS = List.of("tools", "resources", "prompts");
  private final Set<Listener> all = ConcurrentHashMap.newKeySet();
  private final ToolChanges changes;
  private final TokenActors tokens;
  private final McpThreads threads;
  private final McpProperties properties;
  private final Clock clock;
  private int looks;
  private volatile boolean isStarted;

  Listeners(
      ToolChanges changes,
      TokenActors tokens,
      McpThreads threads,
      McpProperties properties,
      Clock clock) {
    this.changes = changes;
    this.tokens = tokens;
    this.threads = threads;
    this.properties = properties;
    this.clock = clock;
  }

  private static final class Listener {
    private final Bearer bearer;
    private volatile String mark;
    private volatile EventStream stream;

    Listener(Bearer bearer, String mark) {
      this.bearer = bearer;
      this.mark = mark;
    }

    String tenant() {
      return bearer.actor().tenant().value();
    }
  }

  void listen(HttpServletRequest request, HttpServletResponse response) {
    Bearer bearer = tokens.current();
    long own =
        all.stream()
            .filter(each -> each.bearer.actor().id().equals(bearer.actor().id()))
            .filter(each -> each.tenant().equals(bearer.actor().tenant().value()))
            .count();
    if (own >= properties.mostListeners()) {
      throw new McpProblems.TooManyListeners(properties.mostListeners());
    }
    String tenant = bearer.actor().tenant().value();
    Listener listener =
        new Listener(bearer, changes.marks(List.of(tenant)).getOrDefault(tenant, ""));
    response.setStatus(HttpServletResponse.SC_OK);
    listener.stream = new EventStream(request.startAsync(), () -> all.remove(listener));
    all.add(listener);
    say(listener, EventStream::comment);
  }

  private interface Saying {
    void to(EventStream stream) throws IOException;
  }

  private void say(Listener listener, Saying saying) {
    try {
      threads.execute(
          () -> {
            try {
              saying.to(listener.stream);
            } catch (IOException gone) {
              LOG.debug("a listener went away", gone);
              all.remove(listener);
              listener.stream.close();
            }
          });
    } catch (RejectedExecutionException busy) {
      LOG.debug("a listener hears it with the next look", busy);
    }
  }

  @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
  void look() {
    if (all.isEmpty()) {
      return;
    }
    looks++;
    Map<String, String> marks =
        changes.marks(all.stream().map(Listener::tenant).collect(Collectors.toSet()));
    for (Listener listener : all) {
      String mark = marks.getOrDefault(listener.tenant(), "");
      if (!clock.instant().isBefore(listener.bearer.expiresAt())) {
        all.remove(listener);
        listener.stream.close();
      } else if (!mark.equals(listener.mark)) {
        listener.mark = mark;
        say(listener, Listeners::changed);
      } else if (looks % LOOKS_PER_COMMENT == 0) {
        say(listener, EventStream::comment);
      }
    }
  }

  private static void changed(EventStream stream) throws IOException {
    for (String list : LISTS) {
      stream.event("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/" + list + "/list_changed\"}");
    }
  }

  @Override
  public void start() {
    isStarted = true;
  }

  /** Clients listen to another node at once; open streams would keep this one from stopping. */
  @Override
  public void stop() {
    isStarted = false;
    all.forEach(each -> each.stream.close());
    all.clear();
  }

  @Override
  public boolean isRunning() {
    return isStarted;
  }
}
