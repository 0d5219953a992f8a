package sun.security.ssl;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A stateless ticket key shared with other contexts or nodes. Thread-safe.
 *
 * <p>Unlike {@code SecretKeySpec} it can be destroyed; a cipher that uses it afterwards gets an
 * exception, never zeros.
 */
public final class KeeperSharedKey implements SecretKey {
  private static final long serialVersionUID = 1L;

  private final transient byte[] key;
  private final transient int number;
  private final transient long endMillis;
  private final transient Object origin;
  private transient volatile boolean destroyed;

  /**
   * @param key for AES; is kept, and overwritten in the end
   * @param endMillis when it stops sealing: milliseconds since the epoch, by the wall clock
   * @param origin by which the agent recognises it
   */
  public KeeperSharedKey(int number, byte[] key, long endMillis, Object origin) {
    this.number = number;
    this.key = key;
    this.endMillis = endMillis;
    this.origin = origin;
  }

  int number() {
    return number;
  }

  long endMillis() {
    return endMillis;
  }

  Object origin() {
    return origin;
  }

  @Override
  public String getAlgorithm() {
    return "AES";
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  /** A copy taken before destruction: {@link #destroy} sets the flag before it overwrites. */
  @Override
  public byte[] getEncoded() {
    byte[] copy = key.clone();
    if (destroyed) {
      Arrays.fill(copy, (byte) 0);
      throw new IllegalStateException("the ticket key is destroyed");
    }
    return copy;
  }

  @Override
  public void destroy() {
    destroyed = true;
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public boolean isDestroyed() {
    return destroyed;
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException(getClass().getName());
  }
}
