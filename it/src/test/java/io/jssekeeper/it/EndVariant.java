package io.jssekeeper.it;

import io.jssekeeper.it.harness.Jdk;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** On which side, over what, and with what kind of session a connection ends. */
record EndVariant(Side side, Over over, Way way) {
  /** Which of the two sides is looked at. */
  enum Side {
    CLIENT,
    SERVER;

    @Override
    public String toString() {
      return name().toLowerCase();
    }
  }

  /** What the side's TLS is on. */
  enum Over {
    SOCKET("socket", "kind=socket"),
    /** A socket on top of one of the application's own. */
    OWN("own socket", "kind=socket transport=own"),
    ENGINE("engine", "kind=engine");

    /** Those that JSSE brings itself. */
    static final Set<Over> JSSES = EnumSet.of(SOCKET, ENGINE);

    private final String text;
    private final String arguments;

    Over(String text, String arguments) {
      this.text = text;
      this.arguments = arguments;
    }

    /** Of the programs. */
    String arguments() {
      return arguments;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** How sessions are resumed. */
  enum Way {
    TLS12_ID("TLS 1.2 by id"),
    TLS12_TICKET("TLS 1.2 by ticket"),
    TLS13("TLS 1.3"),
    /** The session is in the ticket, and the server keeps nothing. */
    TLS13_STATELESS("TLS 1.3, stateless");

    private final String text;

    Way(String text) {
      this.text = text;
    }

    /** Those with which that side has something that may end. */
    static List<Way> of(Side side) {
      return side == Side.CLIENT
          ? List.of(TLS12_ID, TLS12_TICKET, TLS13)
          : List.of(TLS12_ID, TLS13);
    }

    boolean isTls13() {
      return this == TLS13 || this == TLS13_STATELESS;
    }

    /** Whether the server seals the session into the ticket. */
    boolean isStateless() {
      return this == TLS12_TICKET || this == TLS13_STATELESS;
    }

    String protocol() {
      return isTls13() ? "TLSv1.3" : "TLSv1.2";
    }

    private boolean isOn(Jdk jdk) {
      return !isStateless() || jdk.hasStatelessTickets();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** All of one row. */
  static Stream<EndVariant> of(Side side, Over over, Jdk jdk) {
    return Way.of(side).stream()
        .filter(way -> way.isOn(jdk))
        .map(way -> new EndVariant(side, over, way));
  }

  @Override
  public String toString() {
    return side + ", " + over + ", " + way;
  }
}
