package io.jssekeeper.bench;

/** No cache: measures what the machine adds. */
final class NoContender implements Contender {
  static final String NAME = "no cache";

  @Override
  public Object get(Object id) {
    return null;
  }

  @Override
  public void put(Object id, Object session) {}

  @Override
  public void remove(Object id) {}

  @Override
  public void close() {}
}
