package io.jssekeeper.ticketkeys;

/** Takes single lines for the operator of this JVM. Thread-safe. */
public interface KeyNotices {
  void say(String sentence);
}
