package io.flowmaster.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What reading a tenant's whole chain showed.
 *
 * @param intact whether every sealed entry is there, unchanged and in its place
 * @param sealed how many entries were read from the chain
 * @param unsealed how many entries wait to be sealed; nothing protects them yet
 * @param erased how many sealed entries had a person's data erased, which the chain accounts for
 * @param head the end of the chain; keep it elsewhere and give it to a later verification
 * @param firstBreak where the chain breaks first; null when it is intact
 */
public record ChainReport(
    boolean intact,
    @Schema(example = "4711") long sealed,
    @Schema(example = "3") long unsealed,
    @Schema(example = "12") long erased,
    ChainAnchor head,
    @Nullable Break firstBreak) {

  /**
   * The first place that is not as it was sealed.
   *
   * @param seq the place in the chain
   * @param entry id of the entry that stands there; null when none does
   * @param fault what is wrong
   * @param detail the same in a sentence
   */
  public record Break(
      @Schema(example = "4242") long seq,
      @Nullable String entry,
      Fault fault,
      @Schema(example = "The entry was changed after it was sealed.") String detail) {}

  /** What can be wrong with a place in the chain. */
  public enum Fault {
    /** No entry stands there. */
    MISSING,
    /** The entry's content is not what was sealed. */
    ALTERED,
    /** The entry does not follow from the one before. */
    UNLINKED,
    /** The content was replaced, but no erasure in the chain accounts for it. */
    UNACCOUNTED,
    /** The chain is not the one that the anchor was taken from. */
    NOT_THE_ANCHOR
  }
}
