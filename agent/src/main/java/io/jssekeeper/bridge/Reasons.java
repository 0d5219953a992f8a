package io.jssekeeper.bridge;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.store.RemovalHistory;
import io.jssekeeper.store.SessionStore;
import java.util.EnumMap;
import java.util.Map;
import sun.security.ssl.KeeperNotResumedCause;
import sun.security.ssl.KeeperResumptionOffer;

/** Why a handshake will have been full, from what is offered and what stands in its way. */
final class Reasons {
  private static final Map<KeeperNotResumedCause, Reason> BY_OBSTACLE = byObstacle();
  private static final Map<KeeperNotResumedCause, Detail> DETAILS = details();
  private static final Map<RemovalCause, Reason> BY_CAUSE = byCause();

  private Reasons() {}

  private static Map<KeeperNotResumedCause, Reason> byObstacle() {
    Map<KeeperNotResumedCause, Reason> reasons = new EnumMap<>(KeeperNotResumedCause.class);
    reasons.put(KeeperNotResumedCause.EXPIRED, Reason.EXPIRED);
    reasons.put(KeeperNotResumedCause.CERTIFICATE, Reason.EXPIRED);
    reasons.put(KeeperNotResumedCause.EVICTED, Reason.EVICTED);
    reasons.put(KeeperNotResumedCause.COLLECTED, Reason.COLLECTED);
    reasons.put(KeeperNotResumedCause.NOTHING_GIVEN, Reason.NOT_RESUMABLE);
    reasons.put(KeeperNotResumedCause.ENDED, Reason.INVALIDATED);
    reasons.put(KeeperNotResumedCause.USED, Reason.TICKETS_USED_UP);
    reasons.put(KeeperNotResumedCause.PROTOCOL, Reason.PROTOCOL_MISMATCH);
    reasons.put(KeeperNotResumedCause.CIPHER, Reason.CIPHER_MISMATCH);
    reasons.put(KeeperNotResumedCause.IDENTITY, Reason.IDENTITY_MISMATCH);
    reasons.put(KeeperNotResumedCause.SERVER_NAME, Reason.SNI_MISMATCH);
    reasons.put(KeeperNotResumedCause.MASTER_SECRET, Reason.EMS_MISMATCH);
    reasons.put(KeeperNotResumedCause.CLIENT_AUTH, Reason.CLIENT_AUTH);
    reasons.put(KeeperNotResumedCause.OFF, Reason.CACHING_OFF);
    reasons.put(KeeperNotResumedCause.TICKETS_ONLY, Reason.CACHING_OFF);
    reasons.put(KeeperNotResumedCause.HELD_ELSEWHERE, Reason.UNKNOWN_SESSION);
    reasons.put(KeeperNotResumedCause.SEALED_ELSEWHERE, Reason.TICKET_UNDECRYPTABLE);
    reasons.put(KeeperNotResumedCause.OTHER_SECRET, Reason.TICKET_UNDECRYPTABLE);
    reasons.put(KeeperNotResumedCause.OTHER_JDK, Reason.TICKET_UNDECRYPTABLE);
    reasons.put(KeeperNotResumedCause.OTHER_CERTIFICATE, Reason.TICKET_UNDECRYPTABLE);
    reasons.put(KeeperNotResumedCause.EXPIRED_KEY, Reason.TICKET_UNDECRYPTABLE);
    return reasons;
  }

  private static Map<KeeperNotResumedCause, Detail> details() {
    Map<KeeperNotResumedCause, Detail> details = new EnumMap<>(KeeperNotResumedCause.class);
    details.put(KeeperNotResumedCause.CERTIFICATE, Detail.CERTIFICATE_EXPIRED);
    details.put(KeeperNotResumedCause.TICKETS_ONLY, Detail.TICKETS_ONLY);
    details.put(KeeperNotResumedCause.HELD_ELSEWHERE, Detail.OTHER_CONTEXT);
    details.put(KeeperNotResumedCause.SEALED_ELSEWHERE, Detail.OTHER_CONTEXT);
    details.put(KeeperNotResumedCause.OTHER_SECRET, Detail.OTHER_SECRET);
    details.put(KeeperNotResumedCause.OTHER_JDK, Detail.OTHER_JDK);
    details.put(KeeperNotResumedCause.OTHER_CERTIFICATE, Detail.OTHER_CERTIFICATE);
    details.put(KeeperNotResumedCause.EXPIRED_KEY, Detail.EXPIRED_KEY);
    return details;
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

  static Reason of(KeeperNotResumedCause obstacle) {
    return BY_OBSTACLE.get(obstacle);
  }

  /** What is known beyond the reason; null if nothing is. */
  static Detail detailOf(KeeperNotResumedCause obstacle) {
    return obstacle == null ? null : DETAILS.get(obstacle);
  }

  /** What is known beyond a client's reason; null if nothing is. */
  static Detail detailOf(KeeperResumptionOffer offer, Reason reason) {
    if (offer.store() == null || offer.key() == null) {
      return null;
    }
    if (reason == Reason.EXPIRED) {
      return detailOfEnd(offer, reason);
    }
    SessionStore<Object> store = ((ContextStore) offer.store()).store();
    if (reason == Reason.TICKETS_USED_UP) {
      RemovalHistory.Answer full = store.peers().recallFull((String) offer.key());
      return full == RemovalHistory.Answer.NEVER_SEEN
          ? Detail.FEW_GIVEN
          : full.cause() == null ? null : Detail.POOL_FULL;
    }
    boolean isDeclined =
        reason == Reason.INVALIDATED && memory(offer) == RemovalHistory.Answer.DECLINED;
    return isDeclined ? Detail.DECLINED_BEFORE : null;
  }

  /** Why a session's time was over; null if that was its timeout. */
  static Detail detailOfEnd(KeeperResumptionOffer offer, Reason reason) {
    return reason == Reason.EXPIRED
            && offer.store() != null
            && offer.key() != null
            && ((ContextStore) offer.store()).hasEndedWithCertificates(offer.key())
        ? Detail.CERTIFICATE_EXPIRED
        : null;
  }

  static Reason ofClient(KeeperResumptionOffer offer) {
    if (offer.kind() != KeeperResumptionOffer.Kind.NOTHING) {
      return Reason.DECLINED;
    }
    if (offer.key() == null) {
      return Reason.CACHING_OFF;
    }
    return offer.obstacle() == null ? ofMissing(offer) : of(offer.obstacle());
  }

  /** A forgotten peer counts as met for the first time. */
  private static Reason ofMissing(KeeperResumptionOffer offer) {
    if (offer.store() == null) {
      return Reason.FIRST_CONTACT;
    }
    RemovalHistory.Answer memory = memory(offer);
    if (memory == RemovalHistory.Answer.SET_ASIDE) {
      return Reason.RESUMPTION_FAILED;
    }
    return memory == RemovalHistory.Answer.NOTHING_RESUMABLE
        ? Reason.NOT_RESUMABLE
        : of(memory, Reason.FIRST_CONTACT);
  }

  static Reason ofServer(KeeperResumptionOffer offer) {
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

  private static RemovalHistory.Answer memory(KeeperResumptionOffer offer) {
    return ((ContextStore) offer.store()).store().recall(offer.key());
  }

  private static Reason of(RemovalHistory.Answer memory, Reason otherwise) {
    return memory.cause() == null ? otherwise : BY_CAUSE.get(memory.cause());
  }
}
