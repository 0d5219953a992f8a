package io.jssekeeper.it.program;

import java.util.List;

/** The sessions of the open connections. */
final class Sessions {
  private Sessions() {}

  /**
   * {@code valid sessions=true,false}: one word for each connection, in the order in which they
   * were opened.
   */
  static String valid(List<Connection> open) {
    StringBuilder words = new StringBuilder();
    for (Connection connection : open) {
      words.append(words.length() == 0 ? "" : ",").append(connection.session().isValid());
    }
    return "valid sessions=" + words;
  }

  /** Invalidates the session of the oldest open connection. */
  static String invalidate(List<Connection> open) {
    open.get(0).session().invalidate();
    return "invalidated";
  }
}
