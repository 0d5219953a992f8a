package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;

/** What a store knows of a session or a peer that it does not hold. Immutable. */
public final class Memory {
  /** Nothing of that name was ever here. */
  public static final Memory NEVER_SEEN = new Memory(null);

  /** Something may have been here, and why it left is forgotten. */
  public static final Memory FORGOTTEN = new Memory(null);

  /** The peer was met, and gave nothing that can be resumed. */
  public static final Memory NOTHING_RESUMABLE = new Memory(null);

  /** What was offered to the peer came to nothing, and it is to be met in full before more is. */
  public static final Memory SET_ASIDE = new Memory(null);

  /** The peer declined its session on another connection, and JSSE invalidated it for that. */
  public static final Memory DECLINED = new Memory(RemovalCause.INVALIDATED);

  private static final Memory[] LEFT = left();

  private final RemovalCause cause;

  private Memory(RemovalCause cause) {
    this.cause = cause;
  }

  private static Memory[] left() {
    RemovalCause[] causes = RemovalCause.values();
    Memory[] all = new Memory[causes.length];
    for (RemovalCause cause : causes) {
      all[cause.ordinal()] = new Memory(cause);
    }
    return all;
  }

  static Memory left(RemovalCause cause) {
    return LEFT[cause.ordinal()];
  }

  /** Why the last one of that name left; null if that is not known or never happened. */
  public RemovalCause cause() {
    return cause;
  }
}
