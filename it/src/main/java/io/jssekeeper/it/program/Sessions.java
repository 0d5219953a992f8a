package io.jssekeeper.it.program;

import java.util.List;

/** The sessions of the connections that are open. */
final class Sessions {
  private Sessions() {}

  /** {@code valid sessions=true,false}: one word for each connection, in the order of opening. */
  static String valid(List<Connection> open) {
    StringBuilder words = new StringBuilder();
    for (Connection connection : open) {
      words.append(words.length() == 0 ? "" : ",").append(connection.session().isValid());
    }
    return "valid sessions=" + words;
  }

  /** Ends the session of the connection that was opened first. */
  static String invalidate(List<Connection> open) {
    open.get(0).session().invalidate();
    return "invalidated";
  }
}
