package io.jssekeeper.config;

/** The result of a handshake, as far as the log may be limited by it. */
public enum LogResult {
  FULL,
  RESUMED,
  FAILED
}
