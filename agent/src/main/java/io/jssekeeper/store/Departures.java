package io.jssekeeper.store;

import java.util.BitSet;

/**
 * Remembers, in bounded memory, why sessions left: the last cause for an id or a peer.
 *
 * <p>A table of short rows without chains, the latest of a row first. It grows while a row
 * overflows, up to a bound; from then on the oldest of the row goes, and the row says that it has
 * forgotten something. Keys are kept as hashes only. Guarded by the store's lock.
 */
final class Departures {
  private static final int ROW = 8;
  private static final int FEWEST_ROWS = 32;
  private static final int MOST_ROWS = 4096;
  private static final RemovalCause[] CAUSES = RemovalCause.values();
  private static final byte NOTHING_RESUMABLE = Byte.MAX_VALUE;

  private int rows;
  private int[] hashes;
  private byte[] codes;
  private BitSet forgetful;

  /** Of an id or a peer, by its hash. */
  void note(int hashCode, RemovalCause cause) {
    write(spread(hashCode), (byte) (cause.ordinal() + 1));
  }

  /**
   * A peer was met that has given nothing to resume since. That its tickets were used up stays:
   * connections at the same time may wait for the next ones.
   */
  void noteNothingResumable(Object peer) {
    if (recall(peer).cause() != RemovalCause.PULLED) {
      write(spread(peer.hashCode()), NOTHING_RESUMABLE);
    }
  }

  Memory recall(Object key) {
    if (rows == 0) {
      return Memory.NEVER_SEEN;
    }
    int hash = spread(key.hashCode());
    int slot = find(hash);
    if (slot >= 0) {
      byte code = codes[slot];
      return code == NOTHING_RESUMABLE ? Memory.NOTHING_RESUMABLE : Memory.left(CAUSES[code - 1]);
    }
    return forgetful.get(row(hash)) ? Memory.FORGOTTEN : Memory.NEVER_SEEN;
  }

  private void write(int hash, byte code) {
    if (rows == 0) {
      allocate(FEWEST_ROWS);
    }
    int known = find(hash);
    while (known < 0 && rows < MOST_ROWS && codes[lastOf(row(hash))] != 0) {
      grow();
    }
    putFirst(hash, code, known < 0 ? lastOf(row(hash)) : known);
  }

  /** Into that slot moves its neighbour, and so on. */
  private void putFirst(int hash, byte code, int slot) {
    int first = row(hash) * ROW;
    if (codes[slot] != 0 && hashes[slot] != hash) {
      forgetful.set(row(hash));
    }
    System.arraycopy(hashes, first, hashes, first + 1, slot - first);
    System.arraycopy(codes, first, codes, first + 1, slot - first);
    hashes[first] = hash;
    codes[first] = code;
  }

  private void allocate(int count) {
    rows = count;
    hashes = new int[count * ROW];
    codes = new byte[count * ROW];
    forgetful = new BitSet(count);
  }

  private void grow() {
    int[] oldHashes = hashes;
    byte[] oldCodes = codes;
    allocate(rows * 2);
    for (int slot = oldHashes.length - 1; slot >= 0; slot--) {
      if (oldCodes[slot] != 0) {
        putFirst(oldHashes[slot], oldCodes[slot], lastOf(row(oldHashes[slot])));
      }
    }
  }

  /** Negative if there is none. */
  private int find(int hash) {
    int first = row(hash) * ROW;
    for (int slot = first; slot < first + ROW; slot++) {
      if (codes[slot] != 0 && hashes[slot] == hash) {
        return slot;
      }
    }
    return -1;
  }

  private int row(int hash) {
    return hash & (rows - 1);
  }

  private static int lastOf(int row) {
    return row * ROW + ROW - 1;
  }

  private static int spread(int hashCode) {
    int h = hashCode * 0x9E3779B9;
    return h ^ (h >>> 15);
  }
}
