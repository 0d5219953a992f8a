package io.jssekeeper.cli;

/** An end of a connection, as options name it. */
enum Side {
  client,
  server;

  /** As the keeper takes it: empty for both. */
  static String word(Side sideOrNull) {
    return sideOrNull == null ? "" : sideOrNull.name();
  }
}
