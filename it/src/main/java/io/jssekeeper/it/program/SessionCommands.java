package io.jssekeeper.it.program;

import java.util.Collections;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/** The commands shared by both programs: settings of the session context, and memory. */
final class SessionCommands {
  private SessionCommands() {}

  static Console of(Supplier<SSLSessionContext> sessions) {
    return Checkpoint.on(new Console())
        .on("timeout", wanted -> timeout(sessions.get(), wanted))
        .on("capacity", wanted -> capacity(sessions.get(), wanted))
        .on("ids", none -> "ids count=" + Collections.list(sessions.get().getIds()).size())
        .on("reload", none -> reload(sessions.get()))
        .on("has", wanted -> has(sessions.get(), wanted))
        .on("secrets", none -> Secrets.of(sessions.get()))
        .on("interrupt", Interrupts::of)
        .on("disturb", wanted -> Disturbance.of(sessions.get(), wanted))
        .on("fill", Heap::fill)
        .on("collect", Heap::collect);
  }

  /** Invalidates all sessions, as libraries do after loading new keys. */
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

  /** Whether it has the session with that id, in hexadecimal digits. */
  private static String has(SSLSessionContext sessions, Arguments wanted) {
    String digits = wanted.text("id");
    byte[] id = new byte[digits.length() / 2];
    for (int i = 0; i < id.length; i++) {
      id[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return "has sessions=" + (sessions.getSession(id) == null ? 0 : 1);
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
