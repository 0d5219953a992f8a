package io.jssekeeper.install;

import io.jssekeeper.record.Detail;
import io.jssekeeper.record.Reason;
import io.jssekeeper.store.Memory;
import io.jssekeeper.store.RemovalCause;
import io.jssekeeper.store.SessionStore;
import java.util.EnumMap;
import java.util.Map;
import sun.security.ssl.Keeper1Obstacle;
import sun.security.ssl.Keeper1Offer;

/** Why a handshake will have been full, from what is offered and what stands in its way. */
final class Reasons {
  private static final Map<Keeper1Obstacle, Reason> BY_OBSTACLE = byObstacle();
  private static final Map<RemovalCause, Reason> BY_CAUSE = byCause();

  private Reasons() {}

  private static Map<Keeper1Obstacle, Reason> byObstacle() {
    Map<Keeper1Obstacle, Reason> reasons = new EnumMap<>(Keeper1Obstacle.class);
    reasons.put(Keeper1Obstacle.EXPIRED, Reason.EXPIRED);
    reasons.put(Keeper1Obstacle.EVICTED, Reason.EVICTED);
    reasons.put(Keeper1Obstacle.COLLECTED, Reason.COLLECTED);
    reasons.put(Keeper1Obstacle.NOTHING_GIVEN, Reason.NOT_RESUMABLE);
    reasons.put(Keeper1Obstacle.ENDED, Reason.INVALIDATED);
    reasons.put(Keeper1Obstacle.USED, Reason.TICKETS_USED_UP);
    reasons.put(Keeper1Obstacle.PROTOCOL, Reason.PROTOCOL_MISMATCH);
    reasons.put(Keeper1Obstacle.CIPHER, Reason.CIPHER_MISMATCH);
    reasons.put(Keeper1Obstacle.IDENTITY, Reason.IDENTITY_MISMATCH);
    reasons.put(Keeper1Obstacle.SERVER_NAME, Reason.SNI_MISMATCH);
    reasons.put(Keeper1Obstacle.MASTER_SECRET, Reason.EMS_MISMATCH);
    reasons.put(Keeper1Obstacle.CLIENT_AUTH, Reason.CLIENT_AUTH);
    reasons.put(Keeper1Obstacle.OFF, Reason.CACHING_OFF);
    reasons.put(Keeper1Obstacle.HELD_ELSEWHERE, Reason.UNKNOWN_SESSION);
    reasons.put(Keeper1Obstacle.SEALED_ELSEWHERE, Reason.TICKET_UNDECRYPTABLE);
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

  static Reason of(Keeper1Obstacle obstacle) {
    return BY_OBSTACLE.get(obstacle);
  }

  /** What is known beyond the reason; null if nothing is. */
  static Detail detailOf(Keeper1Obstacle obstacle) {
    boolean isElsewhere =
        obstacle == Keeper1Obstacle.HELD_ELSEWHERE || obstacle == Keeper1Obstacle.SEALED_ELSEWHERE;
    return isElsewhere ? Detail.OTHER_CONTEXT : null;
  }

  /** What is known beyond a client's reason; null if nothing is. */
  static Detail detailOf(Keeper1Offer offer, Reason reason) {
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

  static Reason ofClient(Keeper1Offer offer) {
    if (offer.kind() != Keeper1Offer.Kind.NOTHING) {
      return Reason.DECLINED;
    }
    if (offer.key() == null) {
      return Reason.CACHING_OFF;
    }
    return offer.obstacle() == null ? ofMissing(offer) : of(offer.obstacle());
  }

  /** A peer that is forgotten is met anew. */
  private static Reason ofMissing(Keeper1Offer offer) {
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

  static Reason ofServer(Keeper1Offer offer) {
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

  private static Memory memory(Keeper1Offer offer) {
    return ((ContextStore) offer.store()).store().recall(offer.key());
  }

  private static Reason of(Memory memory, Reason otherwise) {
    return memory.cause() == null ? otherwise : BY_CAUSE.get(memory.cause());
  }
}
