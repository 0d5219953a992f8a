package io.jssekeeper.store;

/**
 * Heap that several sessions of one store hold together, such as a certificate: counted once.
 *
 * <p>Called with the store's lock held; must only count.
 */
public interface SharedBytes {
  /** Nothing is shared. */
  SharedBytes NONE = None.INSTANCE;

  /** One more session holds it strongly. Returns the bytes that this adds. */
  int hold();

  /** One session less holds it strongly. Returns the bytes that this frees. */
  int letGo();

  /** Nothing is shared. */
  enum None implements SharedBytes {
    INSTANCE;

    @Override
    public int hold() {
      return 0;
    }

    @Override
    public int letGo() {
      return 0;
    }
  }
}
