package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * A TLS server that answers requests; announces {@code ready port=N}.
 *
 * <p>With {@code bind=yes} it binds one value to the session of its first connection. {@code valid}
 * and {@code invalidate} work as in the client, on the connections open here. {@code serve} changes
 * the arguments for new connections; {@code renew} replaces the TLS context with a new one. {@code
 * listen} opens another port with other arguments; with {@code contexts=N}, N contexts accept
 * connections in turn, all but the first with {@code other-keys} if given; {@code busy} counts the
 * open connections, and {@link Breakage} breaks one.
 */
public final class Server {
  private final Arguments given;
  private volatile Arguments wanted;
  private volatile Connections connections;
  private SSLContext context;
  private final AtomicInteger turns = new AtomicInteger();
  private final List<Connections> others = new CopyOnWriteArrayList<>();
  private ServerSocket listening;
  private Future<?> accepting;
  private final List<Connection> open = new CopyOnWriteArrayList<>();
  private final AtomicBoolean toBind;
  private final AtomicInteger busy = new AtomicInteger();
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          task -> {
            Thread worker = new Thread(task, "server");
            worker.setDaemon(true);
            return worker;
          });

  private Server(Arguments given, SSLContext context) throws IOException {
    this.given = given;
    this.wanted = given;
    this.toBind = new AtomicBoolean(given.has("bind"));
    for (int i = 1; i < given.number("contexts", 1); i++) {
      others.add(new Connections(another(given)));
    }
    listen(given.number("port", 0), context);
  }

  public static void main(String[] words) throws Exception {
    Server server = start(Arguments.of(words));
    server.console().serve(server.address());
  }

  static Server start(Arguments given) throws Exception {
    return new Server(given, Material.context(given));
  }

  /** Its commands. */
  Console console() {
    Console console = SessionCommands.of(() -> context.getServerSessionContext());
    return Breakage.on(console, open)
        .on("valid", none -> Sessions.valid(open))
        .on("invalidate", none -> Sessions.invalidate(open))
        .on("serve", this::serve)
        .on("renew", this::renew)
        .on("listen", this::listen)
        .on("busy", none -> "busy connections=" + busy);
  }

  /** Where it listens, as the program announces it. */
  String address() {
    return "port=" + listening.getLocalPort();
  }

  private void listen(int port, SSLContext with) throws IOException {
    context = with;
    connections = new Connections(with);
    ServerSocket socket = connections.listen(port, given);
    listening = socket;
    accepting = workers.submit(() -> acceptAll(socket, () -> wanted));
  }

  private String listen(Arguments asked) throws IOException {
    Arguments own = asked.orElse(given);
    ServerSocket socket = connections.listen(0, own);
    workers.execute(() -> acceptAll(socket, () -> own));
    return "listening port=" + socket.getLocalPort();
  }

  private String serve(Arguments asked) {
    wanted = asked.orElse(given);
    return "serving";
  }

  private String renew(Arguments none) throws Exception {
    listening.close();
    accepting.get(); // the port is free once no thread accepts connections
    listen(listening.getLocalPort(), Material.context(given));
    return "renewed";
  }

  private static SSLContext another(Arguments given) throws IOException {
    try {
      return given.has("other-keys")
          ? Material.context(Arguments.of("keys=" + given.text("other-keys")).orElse(given))
          : Material.context(given);
    } catch (Exception unusable) {
      throw new IOException(unusable);
    }
  }

  private Connections inTurn() {
    int turn = turns.getAndIncrement() % (others.size() + 1);
    return turn == 0 ? connections : others.get(turn - 1);
  }

  private void acceptAll(ServerSocket socket, Supplier<Arguments> asked) {
    try {
      while (true) {
        Connection connection = inTurn().accept(socket, asked);
        busy.incrementAndGet();
        workers.execute(() -> answer(connection));
      }
    } catch (IOException broken) {
      if (!socket.isClosed()) {
        broken.printStackTrace();
      }
    }
  }

  private void answer(Connection accepted) {
    try (Connection connection = accepted) {
      connection.handshake();
      open.add(connection);
      if (toBind.compareAndSet(true, false)) {
        connection.session().putValue("bound", "value");
      }
      Http.answer(connection);
    } catch (IOException failed) {
      // The peer reports it: some tests want it to go wrong.
    } finally {
      open.remove(accepted);
      busy.decrementAndGet();
    }
  }
}
