package io.jssekeeper.install;

import io.jssekeeper.sink.SessionRow;
import java.util.Comparator;

/** The orders that sessions can be listed in. */
final class SessionOrder {
  private SessionOrder() {}

  /**
   * @throws IllegalArgumentException for a word that names none
   */
  static Comparator<SessionRow> of(String word) {
    switch (word) {
      case "idle":
        return Comparator.comparingLong(SessionRow::getIdleSeconds);
      case "age":
        return Comparator.comparingLong(SessionRow::getAgeSeconds);
      case "left":
        return Comparator.comparingLong(SessionOrder::left);
      case "peer":
        return Comparator.comparing(SessionRow::getPeer);
      case "bytes":
        return Comparator.comparingInt(SessionRow::getBytes).reversed();
      default:
        throw new IllegalArgumentException(
            "no order " + word + ": write idle, age, left, peer or bytes");
    }
  }

  private static long left(SessionRow row) {
    return row.getLeftSeconds() < 0 ? Long.MAX_VALUE : row.getLeftSeconds();
  }
}
