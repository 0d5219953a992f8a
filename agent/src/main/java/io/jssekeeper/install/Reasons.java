package io.jssekeeper.install;

import io.jssekeeper.record.Reason;
import io.jssekeeper.store.Memory;
import io.jssekeeper.store.RemovalCause;
import sun.security.ssl.Keeper1Offer;

/**
 * Why a handshake will have been full, from what the client offers. What cannot be told is unknown.
 */
final class Reasons {
  private Reasons() {}

  static Reason ofClient(Keeper1Offer offer) {
    if (offer.kind() != Keeper1Offer.Kind.NOTHING) {
      return Reason.DECLINED;
    }
    if (offer.key() == null) {
      return Reason.CACHING_OFF; // JSSE looks for nothing where it does not know the peer
    }
    if (offer.isFound() || offer.store() == null) {
      return Reason.UNKNOWN;
    }
    Memory memory = memory(offer);
    if (memory == Memory.NEVER_SEEN) {
      return Reason.FIRST_CONTACT;
    }
    return memory == Memory.NOTHING_RESUMABLE ? Reason.NOT_RESUMABLE : ofClient(memory.cause());
  }

  private static Reason ofClient(RemovalCause cause) {
    return cause == RemovalCause.PULLED ? Reason.TICKETS_USED_UP : of(cause, Reason.UNKNOWN);
  }

  static Reason ofServer(Keeper1Offer offer) {
    switch (offer.kind()) {
      case NOTHING:
        return Reason.NOT_OFFERED;
      case ID:
        boolean missing = !offer.isFound() && offer.store() != null;
        return missing ? of(memory(offer).cause(), Reason.UNKNOWN_SESSION) : Reason.UNKNOWN;
      default:
        return Reason.UNKNOWN;
    }
  }

  private static Memory memory(Keeper1Offer offer) {
    return ((ContextStore) offer.store()).store().recall(offer.key());
  }

  private static Reason of(RemovalCause cause, Reason otherwise) {
    if (cause == null) {
      return otherwise;
    }
    switch (cause) {
      case EXPIRED:
        return Reason.EXPIRED;
      case EVICTED:
        return Reason.EVICTED;
      case COLLECTED:
        return Reason.COLLECTED;
      case INVALIDATED:
        return Reason.INVALIDATED;
      default:
        return otherwise;
    }
  }
}
