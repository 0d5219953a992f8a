package io.jssekeeper.it.recorded;

import java.util.List;

/**
 * What leads to a full handshake, and what each side must say of why it was full.
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
