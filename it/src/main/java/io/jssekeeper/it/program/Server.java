package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A TLS server that answers one request per connection; announces {@code ready port=N}. */
final class Server {
  private final Arguments given;
  private final Connections connections;
  private final ServerSocket listening;
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
    this.listening = connections.listen(given);
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    SSLContext context = Material.context(given);
    Server server = new Server(given, context);
    server.workers.execute(server::acceptAll);
    SessionCommands.of(context::getServerSessionContext)
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

  private static void answer(Connection accepted) {
    try (Connection connection = accepted) {
      connection.handshake();
      Http.answer(connection);
    } catch (IOException failed) {
      // The peer tells: some tests want it to go wrong.
    }
  }
}
