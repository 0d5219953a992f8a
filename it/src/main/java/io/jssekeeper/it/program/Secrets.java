package io.jssekeeper.it.program;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.security.Key;
import java.security.PrivateKey;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * What must never show: ids, tickets and keys of a context's sessions, read from JSSE's own
 * objects. Needs {@code --add-opens java.base/sun.security.ssl=ALL-UNNAMED}.
 */
final class Secrets {
  private static final int SHORTEST_BYTES = 16;

  private final Set<String> found = new TreeSet<>();
  private final Set<String> applications = new TreeSet<>();

  private Secrets() {}

  /** {@code secrets sessions=N hex=AA,BB private=CC}: the last are the application's own keys. */
  static String of(SSLSessionContext context) throws IllegalAccessException {
    Secrets secrets = new Secrets();
    int sessions = 0;
    for (byte[] id : Collections.list(context.getIds())) {
      SSLSession session = context.getSession(id);
      if (session != null) {
        sessions++;
        secrets.add(id, secrets.found);
        secrets.addFields(session);
      }
    }
    secrets.addTicketKeys(context);
    return "secrets sessions="
        + sessions
        + " hex="
        + String.join(",", secrets.found)
        + " private="
        + String.join(",", secrets.applications);
  }

  /**
   * The keys with which a server seals stateless tickets; a JDK may have none, or keep them
   * elsewhere.
   */
  private void addTicketKeys(SSLSessionContext context) throws IllegalAccessException {
    try {
      Field keys = context.getClass().getDeclaredField("keyHashMap");
      keys.setAccessible(true);
      for (Object key : ((Map<?, ?>) keys.get(context)).values()) {
        addFields(key);
      }
    } catch (NoSuchFieldException e) {
      // Before JDK-8298381.
    }
  }

  private void addFields(Object session) throws IllegalAccessException {
    for (Field field : session.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        Object value = field.get(session);
        if (value instanceof byte[]) {
          add((byte[]) value, found);
        } else if (value instanceof Key && ((Key) value).getEncoded() != null) {
          add(((Key) value).getEncoded(), value instanceof PrivateKey ? applications : found);
        }
      }
    }
  }

  private void add(byte[] secret, Set<String> to) {
    if (secret.length >= SHORTEST_BYTES) {
      StringBuilder hex = new StringBuilder();
      for (byte b : secret) {
        hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
      }
      to.add(hex.toString());
    }
  }
}
