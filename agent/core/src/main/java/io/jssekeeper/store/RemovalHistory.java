package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;

/**
 * Remembers, in bounded memory, why sessions left: the last cause for an id or a peer.
 *
 * <p>A table of short rows without chains, the latest of a row first. It grows while a row
 * overflows, up to a bound; from then on a row drops its oldest and records that it has forgotten
 * something. Keys are kept as hashes only. A row is half a cache line, since each removed session
 * writes to a different row. Guarded by the store's lock.
 */
public final class RemovalHistory {
  private static final int ROW = 8;
  private static final int MAX_ROWS = 4096;

  /**
   * Initialised with the first store: an initialiser that fails for lack of heap at first use fails
   * for good.
   */
  private static final Answer NEVER_SEEN = Answer.NEVER_SEEN;

  private static final RemovalCause[] CAUSES = RemovalCause.values();

  /** The low bits of a slot; the row implies the hash's bits in their place. */
  private static final int CODE = 31;

  private static final int MIN_ROWS = CODE + 1;
  private static final int NOTHING = 0;
  private static final int NOTHING_RESUMABLE = CODE;
  private static final int DECLINED = CODE - 1;

  /** Distinguishes notes about a peer's pool from notes about the peer. */
  private static final int OF_POOL = 0x5bd1e995;

  private int rows;

  /** The high bits of a hash, and a code in the low ones. */
  private int[] slots;

  /** One bit for each row. */
  private long[] forgetful;

  /** There was once no memory to remember something: any row may have forgotten it. */
  private boolean allForgetful;

  /** The note for an id or a peer, by its hash. */
  void note(int hashCode, RemovalCause cause) {
    write(spread(hashCode), cause.ordinal() + 1);
  }

  /**
   * The peer completed a handshake and has issued nothing resumable since. That its tickets were
   * used up stays noted: simultaneous connections may wait for the next ones.
   */
  void noteNothingResumable(Object peer) {
    if (recall(peer).cause() != RemovalCause.PULLED) {
      write(spread(peer.hashCode()), NOTHING_RESUMABLE);
    }
  }

  /** The peer's session has just been invalidated because the peer declined it. */
  void noteDeclined(Object peer) {
    if (recall(peer).cause() == RemovalCause.INVALIDATED) {
      write(spread(peer.hashCode()), DECLINED);
    }
  }

  /** The peer has issued more tickets than are kept. */
  void noteFull(Object peer) {
    note(peer.hashCode() ^ OF_POOL, RemovalCause.EVICTED);
  }

  /** Never seen: the peer has never issued more tickets than are kept. */
  Answer recallFull(Object peer) {
    return recall(peer.hashCode() ^ OF_POOL);
  }

  Answer recall(Object key) {
    return recall(key.hashCode());
  }

  private Answer recall(int hashCode) {
    if (rows == 0) {
      return allForgetful ? Answer.FORGOTTEN : NEVER_SEEN;
    }
    int hash = spread(hashCode);
    int slot = find(hash);
    if (slot >= 0) {
      int code = slots[slot] & CODE;
      if (code == DECLINED) {
        return Answer.DECLINED;
      }
      return code == NOTHING_RESUMABLE ? Answer.NOTHING_RESUMABLE : Answer.left(CAUSES[code - 1]);
    }
    return allForgetful || isForgetful(row(hash)) ? Answer.FORGOTTEN : NEVER_SEEN;
  }

  private void write(int hash, int code) {
    if (rows == 0 && !allocate(MIN_ROWS)) {
      return;
    }
    boolean canGrow = rows < MAX_ROWS && find(hash) < 0;
    while (canGrow && rows < MAX_ROWS && slots[lastOf(row(hash))] != NOTHING) {
      canGrow = grow();
    }
    putFirst(hash, code);
  }

  /** Moves each slot on by one, up to that of the same hash, or else out of the row. */
  private void putFirst(int hash, int code) {
    int[] s = slots;
    int row = row(hash);
    int moving = (hash & ~CODE) | code;
    for (int slot = row * ROW; slot <= lastOf(row); slot++) {
      int next = s[slot];
      s[slot] = moving;
      if (next == NOTHING || isOf(next, hash)) {
        return;
      }
      moving = next;
    }
    forgetful[row >> 6] |= 1L << row;
  }

  private boolean isForgetful(int row) {
    return (forgetful[row >> 6] & 1L << row) != 0;
  }

  /** Returns whether there was memory for it: a session leaves in any case. */
  private boolean allocate(int count) {
    try {
      int[] newSlots = new int[count * ROW];
      forgetful = new long[(count + Long.SIZE - 1) / Long.SIZE];
      slots = newSlots;
      rows = count;
      return true;
    } catch (OutOfMemoryError e) {
      allForgetful = true;
      return false;
    }
  }

  private boolean grow() {
    int[] old = slots;
    if (!allocate(rows * 2)) {
      return false;
    }
    for (int slot = old.length - 1; slot >= 0; slot--) {
      if (old[slot] != NOTHING) {
        int hash = (old[slot] & ~CODE) | ((slot / ROW) & CODE);
        putFirst(hash, old[slot] & CODE);
      }
    }
    return true;
  }

  /** Negative if there is none. */
  private int find(int hash) {
    int[] s = slots;
    int first = row(hash) * ROW;
    for (int slot = first; slot < first + ROW; slot++) {
      if (s[slot] != NOTHING && isOf(s[slot], hash)) {
        return slot;
      }
    }
    return -1;
  }

  /** Whether a slot of the hash's own row holds that hash. */
  private static boolean isOf(int slot, int hash) {
    return ((slot ^ hash) & ~CODE) == 0;
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

  /** What a store knows about a session or a peer that it does not hold. Immutable. */
  public static final class Answer {
    /** There was never anything of that name. */
    public static final Answer NEVER_SEEN = new Answer(null);

    /** There may have been something, but why it left is forgotten. */
    public static final Answer FORGOTTEN = new Answer(null);

    /** The peer completed a handshake, and issued nothing resumable. */
    public static final Answer NOTHING_RESUMABLE = new Answer(null);

    /** An offer to the peer failed, and a full handshake must come before the next. */
    public static final Answer SET_ASIDE = new Answer(null);

    /**
     * The peer declined its session on another connection, and JSSE invalidated it for that reason.
     */
    public static final Answer DECLINED = new Answer(RemovalCause.INVALIDATED);

    private static final Answer[] LEFT = left();

    private final RemovalCause cause;

    private Answer(RemovalCause cause) {
      this.cause = cause;
    }

    private static Answer[] left() {
      RemovalCause[] causes = RemovalCause.values();
      Answer[] all = new Answer[causes.length];
      for (RemovalCause cause : causes) {
        all[cause.ordinal()] = new Answer(cause);
      }
      return all;
    }

    static Answer left(RemovalCause cause) {
      return LEFT[cause.ordinal()];
    }

    /** Why the last one of that name left; null if unknown, or if none did. */
    public RemovalCause cause() {
      return cause;
    }
  }
}
