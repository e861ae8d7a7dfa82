package io.flowmaster.audit.internal;

/** The digest over everything that one erasure replaced, in the order of the chain. */
final class ReplacedDigest {
  private final ChainHash hashes = new ChainHash();

  void add(long seq, String content) {
    hashes.field(String.valueOf(seq));
    hashes.field(content);
  }

  String end() {
    return hashes.end();
  }
}
