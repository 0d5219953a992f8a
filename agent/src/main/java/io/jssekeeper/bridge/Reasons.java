package io.jssekeeper.bridge;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import java.util.EnumMap;
import java.util.Map;
import sun.security.ssl.KeeperNotResumedCause;
import sun.security.ssl.KeeperResumptionOffer;

/** Predicts why a handshake will be full, from the offer and from what rules out resumption. */
final class Reasons {
  private static final Map<KeeperNotResumedCause, Reason> BY_OBSTACLE = byObstacle();
  private static final Map<KeeperNotResumedCause, Detail> DETAILS = details();

  private Reasons() {}

  private static Map<KeeperNotResumedCause, Reason> byObstacle() {
    Map<KeeperNotResumedCause, Reason> reasons = new EnumMap<>(KeeperNotResumedCause.class);
    reasons.put(KeeperNotResumedCause.EXPIRED, Reason.EXPIRED);
    reasons.put(KeeperNotResumedCause.CERTIFICATE, Reason.EXPIRED);
    reasons.put(KeeperNotResumedCause.EVICTED, Reason.EVICTED);
    reasons.put(KeeperNotResumedCause.COLLECTED, Reason.COLLECTED);
    reasons.put(KeeperNotResumedCause.NOTHING_GIVEN, Reason.NOT_RESUMABLE);
    reasons.put(KeeperNotResumedCause.SET_ASIDE, Reason.RESUMPTION_FAILED);
    reasons.put(KeeperNotResumedCause.ENDED, Reason.INVALIDATED);
    reasons.put(KeeperNotResumedCause.DECLINED_BEFORE, Reason.INVALIDATED);
    reasons.put(KeeperNotResumedCause.USED, Reason.TICKETS_USED_UP);
    reasons.put(KeeperNotResumedCause.USED_ALL_GIVEN, Reason.TICKETS_USED_UP);
    reasons.put(KeeperNotResumedCause.USED_ALL_KEPT, Reason.TICKETS_USED_UP);
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
    reasons.put(KeeperNotResumedCause.NO_CONTROL_CONNECTION, Reason.FIRST_CONTACT);
    return reasons;
  }

  private static Map<KeeperNotResumedCause, Detail> details() {
    Map<KeeperNotResumedCause, Detail> details = new EnumMap<>(KeeperNotResumedCause.class);
    details.put(KeeperNotResumedCause.CERTIFICATE, Detail.CERTIFICATE_EXPIRED);
    details.put(KeeperNotResumedCause.DECLINED_BEFORE, Detail.DECLINED_BEFORE);
    details.put(KeeperNotResumedCause.USED_ALL_GIVEN, Detail.FEW_GIVEN);
    details.put(KeeperNotResumedCause.USED_ALL_KEPT, Detail.POOL_FULL);
    details.put(KeeperNotResumedCause.TICKETS_ONLY, Detail.TICKETS_ONLY);
    details.put(KeeperNotResumedCause.HELD_ELSEWHERE, Detail.OTHER_CONTEXT);
    details.put(KeeperNotResumedCause.SEALED_ELSEWHERE, Detail.OTHER_CONTEXT);
    details.put(KeeperNotResumedCause.OTHER_SECRET, Detail.OTHER_SECRET);
    details.put(KeeperNotResumedCause.OTHER_JDK, Detail.OTHER_JDK);
    details.put(KeeperNotResumedCause.OTHER_CERTIFICATE, Detail.OTHER_CERTIFICATE);
    details.put(KeeperNotResumedCause.EXPIRED_KEY, Detail.EXPIRED_KEY);
    details.put(KeeperNotResumedCause.NO_CONTROL_CONNECTION, Detail.NO_CONTROL_CONNECTION);
    return details;
  }

  static Reason of(KeeperNotResumedCause obstacle) {
    return BY_OBSTACLE.get(obstacle);
  }

  /** What is known beyond the reason; null if nothing is. */
  static Detail detailOf(KeeperNotResumedCause obstacle) {
    return obstacle == null ? null : DETAILS.get(obstacle);
  }

  static Reason ofClient(KeeperResumptionOffer offer) {
    if (offer.kind() != KeeperResumptionOffer.Kind.NOTHING) {
      return Reason.DECLINED;
    }
    return offer.obstacle() == null ? Reason.FIRST_CONTACT : of(offer.obstacle());
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
        return Reason.UNKNOWN_SESSION;
    }
  }
}
