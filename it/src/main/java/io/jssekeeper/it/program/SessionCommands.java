package io.jssekeeper.it.program;

import java.util.Collections;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/** The commands that both programs know: settings of the session context, and memory. */
final class SessionCommands {
  private SessionCommands() {}

  static Console of(Supplier<SSLSessionContext> sessions) {
    return new Console()
        .on("timeout", wanted -> timeout(sessions.get(), wanted))
        .on("capacity", wanted -> capacity(sessions.get(), wanted))
        .on("ids", none -> "ids count=" + Collections.list(sessions.get().getIds()).size())
        .on("reload", none -> reload(sessions.get()))
        .on("secrets", none -> Secrets.of(sessions.get()))
        .on("disturb", wanted -> Disturbance.of(sessions.get(), wanted))
        .on("fill", Heap::fill)
        .on("collect", Heap::collect);
  }

  /** Ends all sessions that there are, as libraries do that have loaded other keys. */
  private static String reload(SSLSessionContext sessions) {
    int ended = 0;
    for (byte[] id : Collections.list(sessions.getIds())) {
      SSLSession session = sessions.getSession(id);
      if (session != null) {
        session.invalidate();
        ended++;
      }
    }
    return "reloaded ended=" + ended;
  }

  private static String timeout(SSLSessionContext sessions, Arguments wanted) {
    sessions.setSessionTimeout(wanted.number("seconds"));
    return "timeout seconds=" + sessions.getSessionTimeout();
  }

  private static String capacity(SSLSessionContext sessions, Arguments wanted) {
    sessions.setSessionCacheSize(wanted.number("sessions"));
    return "capacity sessions=" + sessions.getSessionCacheSize();
  }
}
