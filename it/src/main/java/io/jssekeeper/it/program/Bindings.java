package io.jssekeeper.it.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionBindingEvent;
import javax.net.ssl.SSLSessionBindingListener;
import javax.net.ssl.SSLSessionContext;

/** How JSSE notifies values bound to sessions, and what becomes of them. */
final class Bindings {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final SSLContext context;
  private final Arguments wanted;
  private final List<String> log = new ArrayList<>();

  Bindings(SSLContext context, Arguments wanted) {
    this.context = context;
    this.wanted = wanted;
  }

  /** {@code bindings log=...}: each step, and in parentheses who was notified of what. */
  String answer() throws IOException {
    try (Connection changed = open("changed.example");
        Connection invalidated = open("invalidated.example");
        Connection expired = open("expired.example")) {
      change(changed.session());
      invalidate(invalidated.session());
      expire(expired.session());
      resume();
    }
    return "bindings log=" + Console.word(String.join(";", log));
  }

  private Connection open(String host) throws IOException {
    Arguments peer = Arguments.of("host=" + host).orElse(wanted);
    Connection connection = new Connections(context).connect(peer);
    connection.handshake();
    Http.getAndStay(connection);
    return connection;
  }

  private void change(SSLSession session) {
    step("put", () -> session.putValue("a", new Told("first")));
    step("replace", () -> session.putValue("a", new Told("second")));
    step("put-again", () -> session.putValue("a", session.getValue("a")));
    step("remove", () -> session.removeValue("a"));
    step("remove-absent", () -> session.removeValue("a"));
    names(session);
  }

  private void invalidate(SSLSession session) {
    step("put", () -> session.putValue("b", new Told("third")));
    step("invalidate", session::invalidate);
    names(session);
    step("put-into-invalid", () -> session.putValue("c", new Told("fourth")));
  }

  /** The value is bound to a session that expires in the cache. */
  private void expire(SSLSession session) {
    step("put", () -> session.putValue("d", new Told("fifth")));
    SSLSessionContext sessions = context.getClientSessionContext();
    int before = sessions.getSessionTimeout();
    step("expire", () -> expire(sessions, session.getId()));
    log.add(Arrays.toString(session.getValueNames()));
    sessions.setSessionTimeout(before);
  }

  private static void expire(SSLSessionContext sessions, byte[] id) {
    sessions.setSessionTimeout(1);
    long began = System.nanoTime();
    while (sessions.getSession(id) != null) {
      if (System.nanoTime() - began > PATIENCE_NANOS) {
        throw new IllegalStateException("the session does not expire");
      }
      Thread.onSpinWait();
    }
  }

  /** A value bound to a session is bound to the sessions derived from it. */
  private void resume() throws IOException {
    try (Connection first = open("resumed.example")) {
      step("put", () -> first.session().putValue("e", new Told("sixth")));
      try (Connection second = open("resumed.example")) {
        names(second.session());
        step("remove", () -> second.session().removeValue("e"));
        names(first.session());
      }
    }
  }

  private void step(String name, Runnable step) {
    log.add(name);
    step.run();
  }

  private void names(SSLSession session) {
    log.add("valid=" + session.isValid() + "=" + Arrays.toString(session.getValueNames()));
  }

  /** A value that logs its notifications. */
  private final class Told implements SSLSessionBindingListener {
    private final String name;

    Told(String name) {
      this.name = name;
    }

    @Override
    public void valueBound(SSLSessionBindingEvent event) {
      log.add("(" + name + "-bound-as-" + event.getName() + ")");
    }

    @Override
    public void valueUnbound(SSLSessionBindingEvent event) {
      log.add("(" + name + "-unbound-from-" + event.getName() + ")");
    }
  }
}
