package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;

/**
 * Both ends of connections that one of them aborts during a handshake, by closing.
 *
 * <p>{@code play scene=...} makes one connection and aborts it; {@code met} says whether the two
 * had a handshake before, and {@code drop} that what is still open is never closed. An end gives up
 * after reading nothing for a while: the other one is idle then, since both run in one thread.
 * {@code decline} makes a connection to a peer whose session was declined on another connection
 * that is still in its handshake.
 */
final class GivenUp {
  private static final int PATIENCE_MILLIS = 200;

  private final Arguments given;
  private final SSLContext context;

  private interface Use {
    void run() throws IOException;
  }

  private GivenUp(Arguments given) throws Exception {
    this.given = given;
    this.context = Material.context(given);
  }

  public static void main(String[] words) throws Exception {
    GivenUp program = new GivenUp(Arguments.of(words));
    new Console()
        .on("play", program::play)
        .on("decline", program::decline)
        .on("collect", Heap::collect)
        .serve("");
  }

  private String play(Arguments asked) throws Exception {
    Arguments wanted = asked.orElse(given);
    Connections connections = new Connections(context);
    try (ServerSocket listening = connections.listen(0, wanted)) {
      Arguments to = Arguments.of("port=" + listening.getLocalPort()).orElse(wanted);
      Connection client = connections.connect(to);
      Connection server = connections.accept(listening, () -> wanted);
      if (wanted.has("met")) {
        meet(client, server);
      }
      client.transport().setSoTimeout(PATIENCE_MILLIS);
      server.transport().setSoTimeout(PATIENCE_MILLIS);
      play(wanted.text("scene"), client, server);
      if (!wanted.has("drop")) {
        Breakage.close(client);
        Breakage.close(server);
      }
    }
    return "played";
  }

  private String decline(Arguments asked) throws Exception {
    Arguments wanted = asked.orElse(given);
    Connections connections = new Connections(context);
    try (ServerSocket listening = connections.listen(0, wanted)) {
      Arguments to = Arguments.of("port=" + listening.getLocalPort()).orElse(wanted);
      List<Connection> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Connection client = connections.connect(to);
        Connection server = connections.accept(listening, () -> wanted);
        open.addAll(Arrays.asList(client, server));
        if (i == 1) {
          client.transport().setSoTimeout(PATIENCE_MILLIS);
          server.transport().setSoTimeout(PATIENCE_MILLIS);
          attempt(client::handshake);
          attempt(server::handshake);
          attempt(client::handshake);
        } else {
          meet(client, server);
          forgetSessionsOfServer();
        }
      }
      open.forEach(Breakage::close);
    }
    return "declined";
  }

  private void forgetSessionsOfServer() {
    SSLSessionContext sessions = context.getServerSessionContext();
    for (byte[] id : Collections.list(sessions.getIds())) {
      sessions.getSession(id).invalidate();
    }
  }

  private static void play(String scene, Connection client, Connection server) throws IOException {
    switch (scene) {
      case "hello-then-client-closes":
        attempt(client::handshake);
        Breakage.close(client);
        attempt(server::handshake);
        break;
      case "silence":
        attempt(client::handshake);
        break;
      case "silence-then-server-closes":
        attempt(server::handshake);
        Breakage.close(server);
        attempt(client::handshake);
        break;
      case "flight-then-server-closes":
        attempt(client::handshake);
        attempt(server::handshake);
        Breakage.close(server);
        attempt(client::handshake);
        break;
      case "client-hangs-up":
        client.transport().close();
        attempt(server::handshake);
        break;
      case "server-hangs-up":
        server.transport().close();
        attempt(client::handshake);
        break;
      case "client-begins-and-closes":
        attempt(client::handshake);
        Breakage.close(client);
        attempt(server::read);
        break;
      case "client-begins-and-server-closes":
        attempt(client::handshake);
        attempt(server::read);
        Breakage.close(server);
        attempt(client::read);
        break;
      case "client-begins-unheard":
        attempt(client::handshake);
        Breakage.close(server);
        attempt(client::read);
        break;
      case "server-begins-and-closes":
        attempt(server::handshake);
        Breakage.close(server);
        attempt(client::read);
        break;
      default:
        throw new IllegalArgumentException("scene=" + scene);
    }
  }

  private static void attempt(Use use) {
    try {
      use.run();
    } catch (IOException expected) {
      // It waits in vain, or for something broken.
    }
  }

  private static void meet(Connection client, Connection server)
      throws IOException, InterruptedException, ExecutionException {
    CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> attempt(server::handshake));
    client.handshake();
    answered.get();
  }
}
