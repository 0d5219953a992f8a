package io.jssekeeper.bridge;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.store.Memory;
import io.jssekeeper.store.SessionStore;
import java.util.EnumMap;
import java.util.Map;
import sun.security.ssl.KeeperObstacle;
import sun.security.ssl.KeeperOffer;

/** Why a handshake will have been full, from what is offered and what stands in its way. */
final class Reasons {
  private static final Map<KeeperObstacle, Reason> BY_OBSTACLE = byObstacle();
  private static final Map<RemovalCause, Reason> BY_CAUSE = byCause();

  private Reasons() {}

  private static Map<KeeperObstacle, Reason> byObstacle() {
    Map<KeeperObstacle, Reason> reasons = new EnumMap<>(KeeperObstacle.class);
    reasons.put(KeeperObstacle.EXPIRED, Reason.EXPIRED);
    reasons.put(KeeperObstacle.EVICTED, Reason.EVICTED);
    reasons.put(KeeperObstacle.COLLECTED, Reason.COLLECTED);
    reasons.put(KeeperObstacle.NOTHING_GIVEN, Reason.NOT_RESUMABLE);
    reasons.put(KeeperObstacle.ENDED, Reason.INVALIDATED);
    reasons.put(KeeperObstacle.USED, Reason.TICKETS_USED_UP);
    reasons.put(KeeperObstacle.PROTOCOL, Reason.PROTOCOL_MISMATCH);
    reasons.put(KeeperObstacle.CIPHER, Reason.CIPHER_MISMATCH);
    reasons.put(KeeperObstacle.IDENTITY, Reason.IDENTITY_MISMATCH);
    reasons.put(KeeperObstacle.SERVER_NAME, Reason.SNI_MISMATCH);
    reasons.put(KeeperObstacle.MASTER_SECRET, Reason.EMS_MISMATCH);
    reasons.put(KeeperObstacle.CLIENT_AUTH, Reason.CLIENT_AUTH);
    reasons.put(KeeperObstacle.OFF, Reason.CACHING_OFF);
    reasons.put(KeeperObstacle.HELD_ELSEWHERE, Reason.UNKNOWN_SESSION);
    reasons.put(KeeperObstacle.SEALED_ELSEWHERE, Reason.TICKET_UNDECRYPTABLE);
    return reasons;
  }

  /** What another session has replaced went as the oldest of too many goes. */
  private static Map<RemovalCause, Reason> byCause() {
    Map<RemovalCause, Reason> reasons = new EnumMap<>(RemovalCause.class);
    reasons.put(RemovalCause.EXPIRED, Reason.EXPIRED);
    reasons.put(RemovalCause.EVICTED, Reason.EVICTED);
    reasons.put(RemovalCause.REPLACED, Reason.EVICTED);
    reasons.put(RemovalCause.COLLECTED, Reason.COLLECTED);
    reasons.put(RemovalCause.INVALIDATED, Reason.INVALIDATED);
    reasons.put(RemovalCause.PULLED, Reason.TICKETS_USED_UP);
    return reasons;
  }

  static Reason of(KeeperObstacle obstacle) {
    return BY_OBSTACLE.get(obstacle);
  }

  /** What is known beyond the reason; null if nothing is. */
  static Detail detailOf(KeeperObstacle obstacle) {
    boolean isElsewhere =
        obstacle == KeeperObstacle.HELD_ELSEWHERE || obstacle == KeeperObstacle.SEALED_ELSEWHERE;
    return isElsewhere ? Detail.OTHER_CONTEXT : null;
  }

  /** What is known beyond a client's reason; null if nothing is. */
  static Detail detailOf(KeeperOffer offer, Reason reason) {
    if (offer.store() == null || offer.key() == null) {
      return null;
    }
    SessionStore<Object> store = ((ContextStore) offer.store()).store();
    if (reason == Reason.TICKETS_USED_UP) {
      Memory full = store.peers().recallFull((String) offer.key());
      return full == Memory.NEVER_SEEN
          ? Detail.FEW_GIVEN
          : full.cause() == null ? null : Detail.POOL_FULL;
    }
    boolean isDeclined = reason == Reason.INVALIDATED && memory(offer) == Memory.DECLINED;
    return isDeclined ? Detail.DECLINED_BEFORE : null;
  }

  static Reason ofClient(KeeperOffer offer) {
    if (offer.kind() != KeeperOffer.Kind.NOTHING) {
      return Reason.DECLINED;
    }
    if (offer.key() == null) {
      return Reason.CACHING_OFF;
    }
    return offer.obstacle() == null ? ofMissing(offer) : of(offer.obstacle());
  }

  /** A peer that is forgotten is met anew. */
  private static Reason ofMissing(KeeperOffer offer) {
    if (offer.store() == null) {
      return Reason.FIRST_CONTACT;
    }
    Memory memory = memory(offer);
    if (memory == Memory.SET_ASIDE) {
      return Reason.RESUMPTION_FAILED;
    }
    return memory == Memory.NOTHING_RESUMABLE
        ? Reason.NOT_RESUMABLE
        : of(memory, Reason.FIRST_CONTACT);
  }

  static Reason ofServer(KeeperOffer offer) {
    if (offer.obstacle() != null) {
      return of(offer.obstacle());
    }
    switch (offer.kind()) {
      case NOTHING:
        return Reason.NOT_OFFERED;
      case TICKET:
        return Reason.TICKET_UNDECRYPTABLE; // unless something is found in it
      default:
        return offer.store() == null
            ? Reason.UNKNOWN_SESSION
            : of(memory(offer), Reason.UNKNOWN_SESSION);
    }
  }

  private static Memory memory(KeeperOffer offer) {
    return ((ContextStore) offer.store()).store().recall(offer.key());
  }

  private static Reason of(Memory memory, Reason otherwise) {
    return memory.cause() == null ? otherwise : BY_CAUSE.get(memory.cause());
  }
}
