package io.jssekeeper.it.program;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.util.ResourceBundle;
import java.util.logging.LogManager;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * An application that brings its own log manager, its own builder of MBean servers and, if a test
 * lists it as a service, its own finder of loggers, and names them in its {@code main}, after it
 * has used TLS, as application servers do.
 *
 * <p>With {@code bare=yes} it makes a TLS context without keys and certificates, and no server.
 * {@code settle} waits until an agent has finished starting; {@code manage} names both, uses both,
 * and returns whose they are, and whether anything had asked for a logger before.
 */
final class OwnManagers {
  /** Longer than an agent waits before its self-check, which must not begin for a bare context. */
  private static final long SETTLED_MILLIS = 8_000;

  private OwnManagers() {}

  /** Must be public, as the other one. */
  public static final class Manager extends LogManager {}

  /** Notes that it was asked. */
  public static final class Builder extends MBeanServerBuilder {
    static volatile boolean asked;

    @Override
    public MBeanServer newMBeanServer(
        String domain, MBeanServer outer, MBeanServerDelegate delegate) {
      asked = true;
      return super.newMBeanServer(domain, outer, delegate);
    }
  }

  /** Notes that it was created. */
  public static final class Finder extends System.LoggerFinder {
    static volatile boolean made;

    public Finder() {
      made = true;
    }

    @Override
    public System.Logger getLogger(String name, Module module) {
      return new Silence();
    }
  }

  private static final class Silence implements System.Logger {
    @Override
    public String getName() {
      return "silence";
    }

    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {}

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {}
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    if (given.has("bare")) {
      bare().getClientSessionContext().getIds();
      serve(new Console(), "bare");
    } else {
      Server server = Server.start(given);
      Material.context(given).getClientSessionContext().getIds();
      serve(server.console(), server.address());
    }
  }

  /** JSSE has logged nothing yet, nor checked whether it should. */
  private static SSLContext bare() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[0], new TrustManager[0], null);
    return context;
  }

  private static void serve(Console console, String ready) throws IOException {
    console.on("settle", none -> settle()).on("manage", none -> manage()).serve(ready);
  }

  private static String settle() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("jsse-keeper-self-check")) {
        thread.join(SETTLED_MILLIS);
      }
    }
    return "settled";
  }

  private static String manage() {
    boolean early = Finder.made;
    System.setProperty("java.util.logging.manager", Manager.class.getName());
    System.setProperty("javax.management.builder.initial", Builder.class.getName());
    boolean logs = LogManager.getLogManager() instanceof Manager;
    ManagementFactory.getPlatformMBeanServer();
    System.getLogger("application"); // the JDK's own finder would bring a log manager
    String finder = early ? "early" : Finder.made ? "late" : "unused";
    return "managed logs=" + own(logs) + " beans=" + own(Builder.asked) + " finder=" + finder;
  }

  private static String own(boolean is) {
    return is ? "own" : "others";
  }
}
