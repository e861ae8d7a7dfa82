package io.flowmaster.documents.internal;

import org.jspecify.annotations.Nullable;

/**
 * A value that one way of looking found for a field.
 *
 * @param start null when it stands in no text, as what comes from XML
 * @param source which way it was
 */
record Candidate(
    String field,
    String value,
    String normalized,
    @Nullable Integer start,
    @Nullable Integer end,
    double confidence,
    String source) {

  static final String LABEL = "label";
  static final String SHAPE = "shape";
  static final String ARITHMETIC = "arithmetic";
  static final String XML = "xml";
  static final String TEMPLATE = "template";
  static final String MODEL = "model";
  static final String PERSON = "person";

  static Candidate of(String field, Found found, double confidence, String source) {
    return new Candidate(
        field, found.value(), found.normalized(), found.start(), found.end(), confidence, source);
  }
}
