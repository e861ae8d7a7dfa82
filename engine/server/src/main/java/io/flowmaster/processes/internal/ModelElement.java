package io.flowmaster.processes.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One XML element of a model, with its place in the file. BPMN and DMN elements are known by their
 * plain name, the engine's extensions by {@code camunda:name}, everything else by {@code
 * {namespace}name}.
 */
final class ModelElement {
  private static final String CAMUNDA = "camunda:";
  private final String name;
  private final @Nullable ModelElement parent;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<ModelElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final int line;
  private final int column;
  private int endLine;
  private int endColumn;

  ModelElement(String name, @Nullable ModelElement parent, int line, int column) {
    this.name = name;
    this.parent = parent;
    this.line = line;
    this.column = column;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  void set(String attribute, String value) {
    attributes.put(attribute, value);
  }

  void append(char[] characters, int start, int length) {
    text.append(characters, start, length);
  }

  void end(int atLine, int atColumn) {
    endLine = atLine;
    endColumn = atColumn;
  }

  String name() {
    return name;
  }

  boolean is(String... names) {
    return Arrays.asList(names).contains(name);
  }

  @Nullable ModelElement parent() {
    return parent;
  }

  /** Line and column right after the start tag, as the engine counts them. */
  int line() {
    return line;
  }

  int column() {
    return column;
  }

  /** Whether a position lies in this element. */
  boolean holds(int atLine, int atColumn) {
    return (atLine > line || atLine == line && atColumn >= column)
        && (atLine < endLine || atLine == endLine && atColumn <= endColumn);
  }

  @Nullable String id() {
    return attribute("id");
  }

  /** The name that a person gave it, null without one. */
  @Nullable String label() {
    String given = attribute("name");
    return given == null || given.isBlank() ? null : given.strip();
  }

  /** How a sentence speaks of it: its label, else its id, else its element name. */
  String called() {
    String label = label();
    String said = label == null ? id() : label;
    return said == null ? "<" + name + ">" : "\"" + said + "\"";
  }

  @Nullable String attribute(String attribute) {
    return attributes.get(attribute);
  }

  @Nullable String camunda(String attribute) {
    return attributes.get(CAMUNDA + attribute);
  }

  boolean hasCamunda(String... anyOf) {
    return Stream.of(anyOf).anyMatch(each -> !blank(camunda(each)));
  }

  Map<String, String> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  String text() {
    return text.toString().strip();
  }

  List<ModelElement> children() {
    return Collections.unmodifiableList(children);
  }

  List<ModelElement> children(String... names) {
    return children.stream().filter(child -> child.is(names)).toList();
  }

  Optional<ModelElement> child(String... names) {
    return children.stream().filter(child -> child.is(names)).findFirst();
  }

  boolean has(String... names) {
    return child(names).isPresent();
  }

  /** The engine's own elements within {@code extensionElements}. */
  List<ModelElement> extensions(String extension) {
    return children("extensionElements").stream()
        .flatMap(each -> each.children(CAMUNDA + extension).stream())
        .toList();
  }

  /** This element and all below it, in the order of the file. */
  Stream<ModelElement> tree() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(ModelElement::tree));
  }

  static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  @Override
  public String toString() {
    return name + " " + id() + " at " + line + ":" + column;
  }
}
