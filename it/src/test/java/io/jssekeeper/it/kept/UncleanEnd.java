package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.kept.EndVariant.Over;
import io.jssekeeper.it.kept.EndVariant.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One way in which a connection may end.
 *
 * @param fate what becomes of its session with the agent, if that may end
 * @param ofClient the same, for a client
 */
record UncleanEnd(
    String what,
    Fate fate,
    Fate ofClient,
    Consumer<EndScene> play,
    Set<Side> sides,
    Set<Over> overs,
    Set<Trait> traits) {
  enum Trait {
    /** The side under test requires {@code close_notify}. */
    STRICT,
    /**
     * It happens during a handshake that resumes, which uses up the ticket of a TLS 1.3 session.
     */
    RESUMING,
    /** It does not exist before TLS 1.3. */
    TLS13,
    /** On sockets JSSE ends the session, although no rule of TLS requires it: the defect. */
    LOST_BY_JSSE,
    /** JSSE does so up to TLS 1.2. */
    LOST_IN_TLS12
  }

  static UncleanEnd kept(String what, Consumer<EndScene> play) {
    return new UncleanEnd(what, Fate.KEPT, play);
  }

  static UncleanEnd ended(String what, Consumer<EndScene> play) {
    return new UncleanEnd(what, Fate.ENDED, play);
  }

  private UncleanEnd(String what, Fate fate, Consumer<EndScene> play) {
    this(
        what, fate, fate, play, EnumSet.allOf(Side.class), Over.JSSES, EnumSet.noneOf(Trait.class));
  }

  /** Only on that side. */
  UncleanEnd at(Side side) {
    return new UncleanEnd(what, fate, ofClient, play, EnumSet.of(side), overs, traits);
  }

  UncleanEnd over(Over... some) {
    return new UncleanEnd(what, fate, ofClient, play, sides, EnumSet.copyOf(List.of(some)), traits);
  }

  UncleanEnd with(Trait... some) {
    return new UncleanEnd(what, fate, ofClient, play, sides, overs, EnumSet.copyOf(List.of(some)));
  }

  /** A client's session has another fate. */
  UncleanEnd ofClient(Fate other) {
    return new UncleanEnd(what, fate, other, play, sides, overs, traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Where it may happen. */
  Stream<EndVariant> variants(Side side, Jdk jdk) {
    return overs.stream()
        .filter(over -> sides.contains(side))
        .flatMap(over -> EndVariant.of(side, over, jdk))
        .filter(variant -> variant.way().isTls13() || !has(Trait.TLS13));
  }

  /** What becomes of the session with the agent. */
  Fate fateWithAgent(EndVariant variant) {
    if (usesTicket(variant)) {
      return Fate.USED;
    }
    return variant.side() == Side.CLIENT ? ofClient : fate;
  }

  /**
   * What has become of it, given the observation afterwards.
   *
   * @param there whether the session still exists
   */
  Fate fateIf(boolean there, boolean resumes, EndVariant variant) {
    if (resumes) {
      return Fate.KEPT;
    }
    if (usesTicket(variant)) {
      return Fate.USED;
    }
    return there && !variant.way().isTls13() ? Fate.SET_ASIDE : Fate.ENDED;
  }

  private boolean usesTicket(EndVariant variant) {
    return has(Trait.RESUMING) && variant.way().isTls13();
  }

  /** Whether JSSE is known to lose the session. */
  boolean isLostByJsse(EndVariant variant) {
    boolean lost = has(Trait.LOST_BY_JSSE) || has(Trait.LOST_IN_TLS12) && !variant.way().isTls13();
    return lost && variant.over() != Over.ENGINE;
  }

  @Override
  public String toString() {
    return what;
  }
}
