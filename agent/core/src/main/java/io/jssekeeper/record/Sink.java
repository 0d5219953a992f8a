package io.jssekeeper.record;

/** A receiver of records. Several threads may call it at once, unless it says otherwise. */
public interface Sink {
  /** Takes nothing. */
  Sink NONE = None.INSTANCE;

  void accept(HandshakeRecord record);

  /** No record waits behind the last one: write out what is buffered. */
  default void flush() {}

  /**
   * Whether it holds something back until later: {@link #flush} is then called several times a
   * second, records or not.
   */
  default boolean isWaiting() {
    return false;
  }

  /** There will be no more records. */
  default void close() {}

  /** Takes nothing. */
  enum None implements Sink {
    INSTANCE;

    @Override
    public void accept(HandshakeRecord record) {}

    @Override
    public String toString() {
      return "nowhere";
    }
  }
}
