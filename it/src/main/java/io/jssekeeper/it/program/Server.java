package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;

/**
 * A TLS server that answers requests; announces {@code ready port=N}.
 *
 * <p>With {@code bind=yes} it binds one value to the session of its first connection. {@code valid}
 * and {@code invalidate} are the client's, for the connections that are open here.
 */
final class Server {
  private final Arguments given;
  private final Connections connections;
  private final ServerSocket listening;
  private final List<Connection> open = new CopyOnWriteArrayList<>();
  private final AtomicBoolean toBind;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          task -> {
            Thread worker = new Thread(task, "server");
            worker.setDaemon(true);
            return worker;
          });

  private Server(Arguments given, SSLContext context) throws IOException {
    this.given = given;
    this.connections = new Connections(context);
    this.toBind = new AtomicBoolean(given.has("bind"));
    this.listening = connections.listen(given);
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    SSLContext context = Material.context(given);
    Server server = new Server(given, context);
    server.workers.execute(server::acceptAll);
    SessionCommands.of(context::getServerSessionContext)
        .on("valid", none -> Sessions.valid(server.open))
        .on("invalidate", none -> Sessions.invalidate(server.open))
        .serve("port=" + server.listening.getLocalPort());
  }

  private void acceptAll() {
    try {
      while (true) {
        Connection connection = connections.accept(listening, given);
        workers.execute(() -> answer(connection));
      }
    } catch (IOException broken) {
      broken.printStackTrace();
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
      // The peer tells: some tests want it to go wrong.
    } finally {
      open.remove(accepted);
    }
  }
}
