package io.flowmaster.rules.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.functions.DateAndTimeFunction;
import org.kie.dmn.feel.runtime.functions.DurationFunction;
import org.kie.dmn.feel.runtime.functions.TimeFunction;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the test cases of the DMN Technology Compatibility Kit. */
final class TckCases {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private TckCases() {}

  /** A model with the models beside it, and its cases. */
  record Group(String name, String dmn, List<String> others, List<Case> cases) {}

  record Case(
      String id, @Nullable String service, Map<String, Object> inputs, List<Wanted> results) {}

  /**
   * @param isValue false when null, or an error, is expected
   */
  record Wanted(String name, boolean isValue, @Nullable Object value) {}

  static List<Group> read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .sorted()
          .map(TckCases::group)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Group group(Path file) {
    Element root = root(file);
    String model = children(root, "modelName").get(0).getTextContent().trim();
    List<String> others = new ArrayList<>();
    try (Stream<Path> beside = Files.list(file.getParent())) {
      beside
          .filter(each -> each.toString().endsWith(".dmn"))
          .filter(each -> !each.getFileName().toString().equals(model))
          .sorted()
          .forEach(each -> others.add(text(each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Case> cases = children(root, "testCase").stream().map(TckCases::testCase).toList();
    String name = file.getParent().getFileName() + "/" + file.getFileName();
    return new Group(name, text(file.resolveSibling(model)), others, cases);
  }

  private static Case testCase(Element element) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (Element input : children(element, "inputNode")) {
      inputs.put(input.getAttribute("name"), value(input));
    }
    List<Wanted> results = new ArrayList<>();
    for (Element result : children(element, "resultNode")) {
      List<Element> expected = children(result, "expected");
      Object value = expected.isEmpty() ? null : value(expected.get(0));
      boolean counts = value != null && !result.getAttribute("errorResult").equals("true");
      results.add(new Wanted(result.getAttribute("name"), counts, value));
    }
    boolean service = element.getAttribute("type").equals("decisionService");
    return new Case(
        element.getAttribute("id"),
        service ? element.getAttribute("invocableName") : null,
        inputs,
        results);
  }

  private static @Nullable Object value(Element of) {
    List<Element> values = children(of, "value");
    if (!values.isEmpty()) {
      return simple(values.get(0));
    }
    List<Element> lists = children(of, "list");
    if (!lists.isEmpty()) {
      List<@Nullable Object> items = new ArrayList<>();
      children(lists.get(0), "item").forEach(item -> items.add(value(item)));
      return "true".equals(lists.get(0).getAttributeNS(XSI, "nil")) ? null : items;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    children(of, "component").forEach(c -> members.put(c.getAttribute("name"), value(c)));
    return members.isEmpty() ? null : members;
  }

  private static @Nullable Object simple(Element value) {
    if ("true".equals(value.getAttributeNS(XSI, "nil"))) {
      return null;
    }
    String text = value.getTextContent();
    String type = value.getAttributeNS(XSI, "type").replaceFirst("^.*:", "");
    return switch (type) {
      case "decimal", "double", "integer", "int", "long", "float" -> new BigDecimal(text.trim());
      case "boolean" -> Boolean.valueOf(text.trim());
      case "date" -> LocalDate.parse(text.trim());
      case "time" -> TimeFunction.INSTANCE.invoke(text.trim()).getOrElse(null);
      case "dateTime" -> DateAndTimeFunction.INSTANCE.invoke(text.trim()).getOrElse(null);
      case "duration" -> DurationFunction.INSTANCE.invoke(text.trim()).getOrElse(null);
      default -> text;
    };
  }

  private static Element root(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (Exception e) {
      throw new IllegalArgumentException(file.toString(), e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
