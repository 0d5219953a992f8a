package io.jssekeeper.store;

/**
 * Remembers, in bounded memory, why sessions left: the last cause for an id or a peer.
 *
 * <p>A table without chains: of two keys in one slot the later stays, and the slot says from then
 * on that it has forgotten something. Keys are kept as hashes only. Guarded by the store's lock.
 */
final class Departures {
  private static final int SLOTS = 2048;
  private static final RemovalCause[] CAUSES = RemovalCause.values();
  private static final byte FORGETFUL = 0x40;
  private static final byte CODE = 0x3f;
  private static final byte NOTHING_RESUMABLE = CODE;

  private int[] hashes;
  private byte[] codes;

  /** Of an id or a peer, by its hash. */
  void note(int hashCode, RemovalCause cause) {
    write(spread(hashCode), cause.ordinal() + 1);
  }

  /** A peer was met that gave nothing to resume. What is known of it already stays. */
  void noteNothingResumable(Object peer) {
    if (recall(peer) == Memory.NEVER_SEEN || recall(peer) == Memory.FORGOTTEN) {
      write(spread(peer.hashCode()), NOTHING_RESUMABLE);
    }
  }

  private void write(int hash, int code) {
    if (hashes == null) {
      hashes = new int[SLOTS];
      codes = new byte[SLOTS];
    }
    int slot = hash & (SLOTS - 1);
    boolean forgets = codes[slot] != 0 && hashes[slot] != hash;
    int forgetful = forgets ? FORGETFUL : codes[slot] & FORGETFUL;
    hashes[slot] = hash;
    codes[slot] = (byte) (code | forgetful);
  }

  Memory recall(Object key) {
    if (hashes == null) {
      return Memory.NEVER_SEEN;
    }
    int hash = spread(key.hashCode());
    int slot = hash & (SLOTS - 1);
    if (codes[slot] != 0 && hashes[slot] == hash) {
      int code = codes[slot] & CODE;
      return code == NOTHING_RESUMABLE ? Memory.NOTHING_RESUMABLE : Memory.left(CAUSES[code - 1]);
    }
    return (codes[slot] & FORGETFUL) != 0 ? Memory.FORGOTTEN : Memory.NEVER_SEEN;
  }

  private static int spread(int hashCode) {
    int h = hashCode * 0x9E3779B9;
    return h ^ (h >>> 15);
  }
}
