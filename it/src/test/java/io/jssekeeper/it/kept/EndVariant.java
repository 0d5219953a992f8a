package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.Resumption;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** On which side, over which transport, and with which kind of session a connection ends. */
record EndVariant(Side side, Over over, Resumption way) {
  /** Which of the two sides is under test. */
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
    /** A socket on top of one supplied by the application. */
    OWN("own socket", "kind=socket transport=own"),
    ENGINE("engine", "kind=engine");

    /** The transports that JSSE itself provides. */
    static final Set<Over> JSSES = EnumSet.of(SOCKET, ENGINE);

    private final String text;
    private final String arguments;

    Over(String text, String arguments) {
      this.text = text;
      this.arguments = arguments;
    }

    /** Arguments of the programs. */
    String arguments() {
      return arguments;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** All variants of one row. */
  static Stream<EndVariant> of(Side side, Over over, Jdk jdk) {
    return Resumption.of(side == Side.CLIENT).stream()
        .filter(way -> way.isOn(jdk))
        .map(way -> new EndVariant(side, over, way));
  }

  @Override
  public String toString() {
    return side + ", " + over + ", " + way;
  }
}
