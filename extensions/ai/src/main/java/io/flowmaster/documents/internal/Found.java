package io.flowmaster.documents.internal;

import io.flowmaster.documents.EntityType;

/** Something found in a text, with its place in it. */
record Found(
    EntityType type, String value, String normalized, int start, int end, double confidence) {

  boolean overlaps(Found other) {
    return start < other.end && other.start < end;
  }
}
