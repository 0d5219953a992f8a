package io.jssekeeper.bridge;

import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.store.RemovalHistory;
import io.jssekeeper.store.SessionStore;
import java.util.EnumMap;
import java.util.Map;
import sun.security.ssl.KeeperNotResumedCause;

/** Translates what a store remembers to the bootstrap classes' enum. */
final class NotResumedCauses {
  private static final Map<RemovalCause, KeeperNotResumedCause> BY_REMOVAL = byRemoval();

  private NotResumedCauses() {}

  /** A replaced session counts as evicted. */
  private static Map<RemovalCause, KeeperNotResumedCause> byRemoval() {
    Map<RemovalCause, KeeperNotResumedCause> causes = new EnumMap<>(RemovalCause.class);
    causes.put(RemovalCause.EXPIRED, KeeperNotResumedCause.EXPIRED);
    causes.put(RemovalCause.EVICTED, KeeperNotResumedCause.EVICTED);
    causes.put(RemovalCause.REPLACED, KeeperNotResumedCause.EVICTED);
    causes.put(RemovalCause.COLLECTED, KeeperNotResumedCause.COLLECTED);
    causes.put(RemovalCause.INVALIDATED, KeeperNotResumedCause.ENDED);
    causes.put(RemovalCause.PULLED, KeeperNotResumedCause.USED);
    return causes;
  }

  /** Why the session with that id left; null if unknown. */
  static KeeperNotResumedCause ofId(SessionStore<?> store, Object id) {
    return of(store.recall(id));
  }

  private static KeeperNotResumedCause of(RemovalHistory.Answer answer) {
    return answer.cause() == null ? null : BY_REMOVAL.get(answer.cause());
  }

  /**
   * Why nothing is resumed with that peer; null if unknown: a forgotten peer counts as one met for
   * the first time.
   *
   * @param against what rules out an existing session; null if there is none
   */
  static KeeperNotResumedCause ofPeer(
      SessionStore<?> store, String peer, KeeperNotResumedCause against) {
    boolean isAsked = against == null || against == KeeperNotResumedCause.ENDED;
    RemovalHistory.Answer answer = isAsked ? store.recall(peer) : null;
    KeeperNotResumedCause cause = against == null ? ofPeer(answer) : against;
    if (cause == KeeperNotResumedCause.USED) {
      return ofUsed(store.peers().recallFull(peer));
    }
    boolean isDeclined =
        cause == KeeperNotResumedCause.ENDED && answer == RemovalHistory.Answer.DECLINED;
    return isDeclined ? KeeperNotResumedCause.DECLINED_BEFORE : cause;
  }

  private static KeeperNotResumedCause ofPeer(RemovalHistory.Answer answer) {
    if (answer == RemovalHistory.Answer.SET_ASIDE) {
      return KeeperNotResumedCause.SET_ASIDE;
    }
    return answer == RemovalHistory.Answer.NOTHING_RESUMABLE
        ? KeeperNotResumedCause.NOTHING_GIVEN
        : of(answer);
  }

  private static KeeperNotResumedCause ofUsed(RemovalHistory.Answer full) {
    if (full == RemovalHistory.Answer.NEVER_SEEN) {
      return KeeperNotResumedCause.USED_ALL_GIVEN;
    }
    return full.cause() == null ? KeeperNotResumedCause.USED : KeeperNotResumedCause.USED_ALL_KEPT;
  }
}
