package io.flowmaster.processes;

import org.jspecify.annotations.Nullable;

/**
 * Something beyond its own diagram that a model refers to.
 *
 * @param ref the other's key, name or code as the model spells it; an expression when {@code
 *     dynamic}
 * @param direction whether the process calls or sends, or is called and receives
 * @param elementId the element that refers to it
 * @param elementName its name, null without one
 * @param dynamic known only when an execution comes there
 * @param binding which version is meant: {@code latest}, {@code deployment}, {@code version} or
 *     {@code versionTag}; null when the model does not say, which means the latest
 * @param line where the element is in the file
 * @param column likewise
 */
public record ModelReference(
    Type type,
    String ref,
    Direction direction,
    String elementId,
    @Nullable String elementName,
    boolean dynamic,
    @Nullable String binding,
    int line,
    int column) {

  /** What is referred to. */
  public enum Type {
    /** A called process, by its key. */
    PROCESS,
    /** A decision, by its key. */
    DECISION,
    /** A form, by its key or file name. */
    FORM,
    /** The topic of an external task. */
    TOPIC,
    /** A message, by its name. */
    MESSAGE,
    /** A signal, by its name. */
    SIGNAL,
    /** An error, by its code. */
    ERROR,
    /** An escalation, by its code. */
    ESCALATION
  }

  /** Which way it goes, seen from the process. */
  public enum Direction {
    /** It calls, throws, uses. */
    OUT,
    /** It catches, is started by. */
    IN
  }
}
