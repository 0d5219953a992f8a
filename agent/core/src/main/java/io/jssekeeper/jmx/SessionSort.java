package io.jssekeeper.jmx;

import java.util.Comparator;
import java.util.Locale;

/** The orders that sessions can be listed in. */
enum SessionSort implements Comparator<SessionRow> {
  IDLE {
    @Override
    public int compare(SessionRow one, SessionRow other) {
      return Long.compare(one.getIdleSeconds(), other.getIdleSeconds());
    }
  },
  AGE {
    @Override
    public int compare(SessionRow one, SessionRow other) {
      return Long.compare(one.getAgeSeconds(), other.getAgeSeconds());
    }
  },
  /** Those without a limit last. */
  LEFT {
    @Override
    public int compare(SessionRow one, SessionRow other) {
      return Long.compare(left(one), left(other));
    }
  },
  PEER {
    @Override
    public int compare(SessionRow one, SessionRow other) {
      return one.getPeer().compareTo(other.getPeer());
    }
  },
  /** The largest first. */
  BYTES {
    @Override
    public int compare(SessionRow one, SessionRow other) {
      return Integer.compare(other.getBytes(), one.getBytes());
    }
  };

  /**
   * @throws IllegalArgumentException for an unknown word
   */
  static SessionSort of(String word) {
    for (SessionSort order : values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(word)) {
        return order;
      }
    }
    throw new IllegalArgumentException(
        "no order " + word + ": write idle, age, left, peer or bytes");
  }

  private static long left(SessionRow row) {
    return row.getLeftSeconds() < 0 ? Long.MAX_VALUE : row.getLeftSeconds();
  }
}
