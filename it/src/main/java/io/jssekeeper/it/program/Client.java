package io.jssekeeper.it.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;

/**
 * A TLS client that connects on command.
 *
 * <p>{@code connect} makes one connection, requests a page and closes; {@code burst} does so for
 * many peers, {@code wave} for one peer with simultaneous connections; {@code open} leaves the
 * connection open until {@code close} ({@code page=yes}: after a page); {@code again} requests
 * another page on the first connection, {@code finish} the last page, {@code renegotiate} a page
 * after another handshake; {@code read} waits until it ends, {@link Breakage} breaks it; {@code
 * valid} lists for each open connection whether its session is valid, {@code invalidate}
 * invalidates the first one's session, {@code hold} keeps a reference to that session; {@code
 * renew} replaces the TLS context with a new one; {@code share}, {@code move} and {@code look}
 * reach into JSSE's cache ({@link PeerCache}); {@code bindings} shows what becomes of bound values.
 * The program's arguments are the defaults for those of its commands.
 */
final class Client {
  private final Arguments given;
  private final List<Connection> open = new ArrayList<>();
  private final List<SSLSession> held = new ArrayList<>();
  private SSLContext context;

  private interface Use {
    void of(Connection connection) throws IOException;
  }

  private Client(Arguments given, SSLContext context) {
    this.given = given;
    this.context = context;
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    Client client = new Client(given, Material.context(given));
    Console console = SessionCommands.of(() -> client.context.getClientSessionContext());
    Breakage.on(console, client.open)
        .on("connect", client::connect)
        .on("burst", client::burst)
        .on("wave", client::wave)
        .on("open", client::open)
        .on("again", client::again)
        .on("finish", client::finish)
        .on("renegotiate", client::renegotiate)
        .on("read", client::read)
        .on("close", client::close)
        .on("valid", none -> Sessions.valid(client.open))
        .on("invalidate", none -> Sessions.invalidate(client.open))
        .on("hold", client::hold)
        .on("renew", client::renew)
        .on("share", client::share)
        .on("move", client::move)
        .on("look", client::look)
        .on("bindings", client::bindings)
        .serve("");
  }

  private String connect(Arguments asked) {
    return new Visit(new Connections(context), asked.orElse(given)).answer();
  }

  private String burst(Arguments asked) throws InterruptedException {
    return new Burst(new Connections(context), asked.orElse(given)).answer();
  }

  private String wave(Arguments asked) throws InterruptedException {
    return new Wave(new Connections(context), asked.orElse(given)).answer();
  }

  private String open(Arguments asked) throws IOException {
    Arguments wanted = asked.orElse(given);
    Connection connection = new Connections(context).connect(wanted);
    open.add(connection);
    connection.handshake();
    if (wanted.has("page")) {
      Http.getAndStay(connection);
    }
    return "opened connections=" + open.size();
  }

  /** {@code again failure=none}, or what went wrong. */
  private String again(Arguments none) {
    return "again failure=" + failure(Http::getAndStay);
  }

  private String finish(Arguments none) {
    return "finish failure=" + failure(Http::get);
  }

  private String renegotiate(Arguments none) {
    return "renegotiate failure=" + failure(Client::renegotiate);
  }

  /** JSSE returns from the read during that handshake; the next read continues it. */
  private static void renegotiate(Connection connection) throws IOException {
    connection.handshake();
    Http.getAndStay(connection);
    Http.get(connection);
  }

  private String read(Arguments none) {
    return "read failure=" + failure(Http::readToEnd);
  }

  private String failure(Use use) {
    if (open.isEmpty()) {
      return "none";
    }
    try {
      use.of(open.get(0));
      return "none";
    } catch (IOException broken) {
      return Console.word(broken.toString());
    }
  }

  private String close(Arguments none) {
    open.forEach(Breakage::close);
    open.clear();
    return "closed";
  }

  private String hold(Arguments none) {
    held.add(open.get(0).session());
    return "held sessions=" + held.size();
  }

  private String share(Arguments asked) throws ReflectiveOperationException {
    return peerCache(asked).share(open.get(0).session());
  }

  private String move(Arguments asked) throws ReflectiveOperationException {
    return peerCache(asked).move();
  }

  private String look(Arguments asked) throws ReflectiveOperationException {
    return peerCache(asked).look();
  }

  private PeerCache peerCache(Arguments asked) throws ReflectiveOperationException {
    return new PeerCache(context.getClientSessionContext(), asked.orElse(given));
  }

  private String bindings(Arguments asked) throws IOException {
    return new Bindings(context, asked.orElse(given)).answer();
  }

  private String renew(Arguments none) throws Exception {
    context = Material.context(given);
    return "renewed";
  }
}
