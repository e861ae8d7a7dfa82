package io.flowmaster.processes.web;

import java.util.List;

/** Shapes of text that people type. */
final class Texts {
  static final String LINE = "\\P{Cntrl}*";
  static final String NOT_BLANK_LINE = "(?=.*\\S)\\P{Cntrl}*";
  static final String LINE_MESSAGE = "must be one line of text";
  static final String TEXT = "[\\P{Cntrl}\\r\\n\\t]*";
  static final String TEXT_MESSAGE = "must be text without control characters";

  private Texts() {}

  static List<String> distinct(List<String> tags) {
    return tags.stream().map(String::strip).distinct().toList();
  }
}
