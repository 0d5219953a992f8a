package sun.security.ssl;

import java.lang.reflect.Field;
import java.util.Map;
import javax.crypto.SecretKey;

/** Whether ticket keys are shared, and whether this JDK permits that. Thread-safe. */
public final class KeeperSharing {
  private static final String KEY = "sun.security.ssl.SessionTicketExtension$StatelessKey";
  private static final String POSSIBLE = "";

  private static volatile boolean on;

  private KeeperSharing() {}

  /** Decides which keys are removed. */
  public interface Forgotten {
    /**
     * @param origin as supplied by the agent with the key
     */
    boolean isForgotten(Object origin);
  }

  /** Why this JDK does not permit sharing keys; empty if it does. Loads JSSE's class of keys. */
  public static String impossible() {
    try {
      Class<?> key = Class.forName(KEY, false, null);
      if (!declares(key, "timeout", long.class)
          || !declares(key, "key", SecretKey.class)
          || !declares(key, "num", int.class)) {
        return "this JDK's ticket keys have an unknown form";
      }
    } catch (ClassNotFoundException e) {
      return "this JDK has no stateless tickets, and so no keys to share: that needs JDK 17 or later";
    }
    return declares(SSLSessionContextImpl.class, "keyHashMap", Map.class)
            && declares(SSLSessionContextImpl.class, "currentKeyID", int.class)
        ? POSSIBLE
        : "this JDK numbers ticket keys for all contexts at once (JDK-8298381); update it";
  }

  /** Whether to ask the agent for keys from now on. */
  public static void share(boolean whether) {
    on = whether && impossible().equals(POSSIBLE);
  }

  static boolean isOn() {
    return on;
  }

  /**
   * Destroys a context's shared keys that the agent has forgotten, or that no valid ticket can
   * need.
   *
   * @param context as in {@link KeeperKeyContext#identity}
   */
  public static void drop(Object context, Forgotten forgotten) {
    try {
      SSLSessionContextImpl sessions = (SSLSessionContextImpl) context;
      KeeperSharedKeys.drop(sessions, forgotten);
      KeeperKeyCleanup.destroyDead(sessions);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("shared ticket keys", t);
    }
  }

  private static boolean declares(Class<?> owner, String name, Class<?> type) {
    for (Field field : owner.getDeclaredFields()) {
      if (field.getName().equals(name)) {
        return field.getType() == type;
      }
    }
    return false;
  }
}
