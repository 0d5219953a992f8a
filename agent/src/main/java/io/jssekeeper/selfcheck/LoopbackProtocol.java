package io.jssekeeper.selfcheck;

import io.jssekeeper.weave.Trigger;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** A protocol that the self-check connects with. */
enum LoopbackProtocol {
  TLS13("TLSv1.3", Trigger.TLS13),
  /** Also stands for earlier ones and for DTLS 1.2, which share its code. */
  TLS12("TLSv1.2", Trigger.TLS12);

  private final String jsseName;
  private final Trigger trigger;

  LoopbackProtocol(String jsseName, Trigger trigger) {
    this.jsseName = jsseName;
    this.trigger = trigger;
  }

  /**
   * Those which an application's protocols stand for.
   *
   * @param jsseNames by JSSE's standard names
   */
  static Set<LoopbackProtocol> of(Collection<String> jsseNames) {
    Set<LoopbackProtocol> protocols = EnumSet.noneOf(LoopbackProtocol.class);
    for (String name : jsseNames) {
      protocols.add(name.endsWith("v1.3") ? TLS13 : TLS12);
    }
    return protocols;
  }

  String jsseName() {
    return jsseName;
  }

  /** The event of a handshake with it. */
  Trigger trigger() {
    return trigger;
  }
}
