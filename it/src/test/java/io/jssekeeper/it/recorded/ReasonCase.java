package io.jssekeeper.it.recorded;

import java.util.List;

/**
 * Steps that lead to a full handshake, and the reason that each side must report.
 *
 * @param steps commands to the {@code client} or the {@code server}; the last one makes the
 *     handshake in question
 */
record ReasonCase(String server, String client, List<String> steps) {
  static ReasonCase of(String server, String client, String... steps) {
    return new ReasonCase(server, client, List.of(steps));
  }

  @Override
  public String toString() {
    return "server=" + server + " client=" + client + " after " + String.join("; ", steps);
  }
}
