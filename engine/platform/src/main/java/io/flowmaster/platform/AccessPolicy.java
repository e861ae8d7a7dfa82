package io.flowmaster.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The attribute rules of the current actor's tenant, on top of roles: they can only take away what
 * roles allow. An area asks where it decides whether the actor may do something, after its own
 * checks. A tenant without rules costs nothing: the resource is not even described then.
 */
public interface AccessPolicy {

  /**
   * @param action what the actor wants to do, one of {@link Action}'s
   * @param resource what it is to be done to
   * @throws PolicyDenied when a rule denies it
   */
  void require(String action, Supplier<Resource> resource);

  /** Whether no rule denies it; true when no actor caused what runs now (a timer, a job). */
  boolean allows(String action, Supplier<Resource> resource);

  /**
   * The page without what the actor may not read. It can hold fewer items than were asked for; its
   * cursor leads on all the same. A total that was counted without the rules is left out when a
   * rule took something away from the page.
   */
  default <T> Page<T> readable(Page<T> page, Function<T, Resource> resource) {
    List<T> allowed = new ArrayList<>(page.items());
    allowed.removeIf(item -> !allows(Action.READ, () -> resource.apply(item)));
    return allowed.size() == page.items().size()
        ? page
        : new Page<>(allowed, page.nextCursor(), null);
  }

  /** The actions that rules can name. */
  final class Action {
    public static final String READ = "read";
    public static final String CLAIM = "claim";
    public static final String ASSIGN = "assign";
    public static final String RELEASE = "release";
    public static final String DELEGATE = "delegate";
    public static final String RESPOND = "respond";
    public static final String START = "start";
    public static final String CANCEL = "cancel";
    public static final String CHANGE = "change";
    public static final String PUBLISH = "publish";
    public static final String EVALUATE = "evaluate";

    private Action() {}
  }

  /**
   * What something is to be done to.
   *
   * @param type {@code task}, {@code execution}, {@code process}, {@code rule-set} or {@code
   *     engine-rest}
   * @param id null for what does not exist yet
   * @param attributes what rules can ask for: text, numbers, truth values, lists of text; values
   *     may be null
   */
  record Resource(String type, @Nullable String id, Map<String, @Nullable Object> attributes) {}
}
