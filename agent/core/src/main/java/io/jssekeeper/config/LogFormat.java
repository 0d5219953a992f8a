package io.jssekeeper.config;

/** How a handshake record is written to the log. */
public enum LogFormat {
  TEXT,
  JSON
}
