package io.jssekeeper.ticketkeys;

import java.util.List;

/** A store of small values that all nodes see, such as Redis. For one thread, which may wait. */
public interface SecretStore extends AutoCloseable {
  /** The values of these keys, in their order; null where there is none. */
  List<byte[]> get(List<String> keys) throws UnusableSecretsException;

  /** Stores a value unless there is one, for so many seconds. */
  void putIfAbsent(String key, byte[] value, long seconds) throws UnusableSecretsException;

  /** Throws nothing. */
  @Override
  void close();
}
