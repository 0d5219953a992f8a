package io.jssekeeper.store;

import java.util.LinkedHashSet;
import java.util.Set;

/** One session of a {@link NaiveStore}, with all its state. */
final class NaiveItem {
  final Object id;
  final Session session;
  final SessionAttributes attributes;
  final long birth;
  long used;
  String peer;
  final Set<String> further = new LinkedHashSet<>();
  long place;
  long takenAfter;
  boolean taken;
  boolean ended;
  boolean strong;

  NaiveItem(Object id, Session session, SessionAttributes attributes, long now) {
    this.id = id;
    this.session = session;
    this.attributes = attributes;
    this.birth = now - attributes.ageNanos;
    this.used = now;
  }

  boolean isResumable() {
    return attributes.use != SessionAttributes.Use.NEVER;
  }

  boolean isTicket() {
    return attributes.use == SessionAttributes.Use.ONCE;
  }

  boolean isUnusedTicketOf(String host) {
    return isOf(host) && isTicket() && !taken;
  }

  boolean isOf(String host) {
    return host.equals(peer) || further.contains(host);
  }

  Set<String> peers() {
    Set<String> peers = new LinkedHashSet<>(further);
    if (peer != null) {
      peers.add(peer);
    }
    return peers;
  }
}
