package io.jssekeeper.ticketkeys;

import java.util.List;

/** A store of small values shared by all nodes, such as Redis. For one thread, which may block. */
public interface SecretStore extends AutoCloseable {
  /** The values of these keys, in order; null for a key without a value. */
  List<byte[]> get(List<String> keys) throws UnusableSecretsException;

  /** Stores a value if the key has none, for that many seconds. */
  void putIfAbsent(String key, byte[] value, long seconds) throws UnusableSecretsException;

  /** Never throws. */
  @Override
  void close();
}
