package io.jssekeeper.store;

/** Stands for a TLS session: nothing but an identity. */
final class Session {
  private final Object name;

  Session(Object name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return "session " + name;
  }
}
