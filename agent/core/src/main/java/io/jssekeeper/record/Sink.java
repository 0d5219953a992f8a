package io.jssekeeper.record;

/** A receiver of records. Several threads may call it concurrently, unless it says otherwise. */
public interface Sink {
  /** Takes nothing. */
  Sink NONE = None.INSTANCE;

  void accept(HandshakeRecord record);

  /** No record waits behind the last one: buffered data should be written. */
  default void flush() {}

  /**
   * Whether it is holding something back: {@link #flush} is then called several times a second,
   * records or not.
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
