package io.jssekeeper.metrics;

/** One session context's cache, or several combined. Does not keep it alive. Thread-safe. */
public interface CacheStats {
  /** {@code client} or {@code server}. */
  String side();

  /** The context's number, as JMX has it, or {@code other}. */
  String context();

  double size();

  /** 0 is no limit. */
  double capacity();

  /** What its sessions hold strongly, estimated. */
  double bytes();
}
