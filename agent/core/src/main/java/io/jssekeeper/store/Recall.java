package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;

/** What a store knows of a session or a peer that it does not hold. Immutable. */
public final class Recall {
  /** Nothing of that name was ever here. */
  public static final Recall NEVER_SEEN = new Recall(null);

  /** Something may have been here, and why it left is forgotten. */
  public static final Recall FORGOTTEN = new Recall(null);

  /** The peer was met, and gave nothing that can be resumed. */
  public static final Recall NOTHING_RESUMABLE = new Recall(null);

  /** What was offered to the peer came to nothing, and it is to be met in full before more is. */
  public static final Recall SET_ASIDE = new Recall(null);

  /** The peer declined its session on another connection, and JSSE invalidated it for that. */
  public static final Recall DECLINED = new Recall(RemovalCause.INVALIDATED);

  private static final Recall[] LEFT = left();

  private final RemovalCause cause;

  private Recall(RemovalCause cause) {
    this.cause = cause;
  }

  private static Recall[] left() {
    RemovalCause[] causes = RemovalCause.values();
    Recall[] all = new Recall[causes.length];
    for (RemovalCause cause : causes) {
      all[cause.ordinal()] = new Recall(cause);
    }
    return all;
  }

  static Recall left(RemovalCause cause) {
    return LEFT[cause.ordinal()];
  }

  /** Why the last one of that name left; null if that is not known or never happened. */
  public RemovalCause cause() {
    return cause;
  }
}
