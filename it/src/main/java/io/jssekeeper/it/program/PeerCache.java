package io.jssekeeper.it.program;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * JSSE's cache of sessions by host and port, reached as FTPS clients do it: the server wants a data
 * connection to resume the session of the control connection, which has another port.
 *
 * <p>Needs {@code --add-opens} of {@code sun.security.ssl} and {@code sun.security.util}.
 */
final class PeerCache {
  private final Object cache;
  private final Arguments asked;

  PeerCache(SSLSessionContext context, Arguments asked) throws ReflectiveOperationException {
    Field field = context.getClass().getDeclaredField("sessionHostPortCache");
    field.setAccessible(true);
    this.cache = field.get(context);
    this.asked = asked;
  }

  /** Puts the session in for the peers {@code to}, whose names are separated by commas. */
  String share(SSLSession session) throws ReflectiveOperationException {
    for (String host : asked.text("to").split(",")) {
      call("put", key(host), session);
    }
    return "shared";
  }

  /** Gets a session of the peer {@code from}, and puts it in for the peers {@code to}. */
  String move() throws ReflectiveOperationException {
    Object session = call("get", key(asked.text("from")));
    return session == null ? "moved none" : share((SSLSession) session);
  }

  /** Gets a session of the peer {@code from}, and does nothing with it. */
  String look() throws ReflectiveOperationException {
    return "look found=" + (call("get", key(asked.text("from"))) != null);
  }

  private String key(String host) {
    return (host + ":" + asked.text("port")).toLowerCase(Locale.ROOT);
  }

  private Object call(String name, Object... arguments) throws ReflectiveOperationException {
    Class<?>[] types = new Class<?>[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Object.class;
    }
    Method method = cache.getClass().getDeclaredMethod(name, types);
    method.setAccessible(true);
    try {
      return method.invoke(cache, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
