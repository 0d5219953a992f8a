package io.jssekeeper.bench;

/** A cache of sessions by id, to be compared with others. */
interface Contender {
  Object get(Object id);

  void put(Object id, Object session);

  void remove(Object id);

  /** Stops its background work. */
  void close();

  static Contender of(String name, int capacity, int timeoutSeconds) {
    switch (name) {
      case MemoryCacheContender.NAME:
        return new MemoryCacheContender(capacity, timeoutSeconds);
      case CaffeineContender.NAME:
        return new CaffeineContender(capacity, timeoutSeconds);
      case StoreContender.NAME:
        return new StoreContender(capacity, timeoutSeconds);
      case NoContender.NAME:
        return new NoContender();
      default:
        throw new IllegalArgumentException(name);
    }
  }
}
