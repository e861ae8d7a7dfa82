package io.flowmaster.knowledge.internal;

import java.util.List;

/** A text and its blocks, in order and apart from each other. */
record StructuredText(String text, List<Block> blocks) {
  StructuredText {
    blocks = List.copyOf(blocks);
  }
}
