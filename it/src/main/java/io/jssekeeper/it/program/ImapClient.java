package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Logs in and out {@code count} times, a few in parallel, each over a new connection.
 *
 * <p>With {@code tls=yes} each connection is to a peer of another name, so that none resumes.
 */
final class ImapClient {
  private static final int THREADS = 8;

  private final Arguments given;
  private final SSLContext context;
  private final AtomicInteger peers = new AtomicInteger();

  private ImapClient(Arguments given, SSLContext context) {
    this.given = given;
    this.context = context;
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    ImapClient client = new ImapClient(given, Material.context(given));
    new Console().on("login", client::logIn).serve("");
  }

  private String logIn(Arguments asked) throws Exception {
    Arguments wanted = asked.orElse(given);
    int count = wanted.number("count");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    Callable<Void> login = () -> logInOnce(wanted);
    try {
      for (Future<Void> done : threads.invokeAll(Collections.nCopies(count, login))) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
    return "loggedin count=" + count;
  }

  private Void logInOnce(Arguments wanted) throws IOException {
    try (Connection connection = connect(wanted)) {
      Imap.logInAndOut(connection, wanted.text("user"), wanted.text("password"));
      return null;
    }
  }

  private Connection connect(Arguments wanted) throws IOException {
    if (wanted.text("tls").equals("yes")) {
      String host = "host=site-" + peers.getAndIncrement() + ".example";
      return new Connections(context).connect(Arguments.of(host).orElse(wanted));
    }
    return new PlainConnection(new Socket(InetAddress.getLoopbackAddress(), wanted.number("port")));
  }
}
