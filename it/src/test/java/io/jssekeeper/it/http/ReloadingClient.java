package io.jssekeeper.it.http;

import io.jssekeeper.it.program.Arguments;
import io.jssekeeper.it.program.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.util.SSLFactoryUtils;

/**
 * A TLS client whose key and trust are replaced while it runs, with sslcontext-kickstart.
 *
 * <p>{@code connect} requests a page and returns the algorithm of the key with which the session
 * was made; {@code open} handshakes and leaves the connection open, {@code finish} requests a page
 * on all of these; {@code reload} replaces the key store.
 */
final class ReloadingClient {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Arguments given;
  private final SSLFactory factory;
  private final List<SSLSocket> open = new ArrayList<>();

  private ReloadingClient(Arguments given) {
    this.given = given;
    this.factory =
        factory(given, given.text("keys"))
            .withSwappableIdentityMaterial()
            .withSwappableTrustMaterial()
            .build();
  }

  public static void main(String[] words) throws IOException {
    ReloadingClient client = new ReloadingClient(Arguments.of(words));
    new Console()
        .on("connect", client::connect)
        .on("open", client::open)
        .on("finish", client::finish)
        .on("reload", client::reload)
        .serve("");
  }

  private static SSLFactory.Builder factory(Arguments given, String keys) {
    return SSLFactory.builder()
        .withIdentityMaterial(Path.of(keys), PASSWORD)
        .withTrustMaterial(Path.of(given.text("trust")), PASSWORD);
  }

  private String connect(Arguments asked) throws IOException {
    try (SSLSocket socket = socket(asked)) {
      return "connected key=" + finish(socket);
    }
  }

  private String open(Arguments asked) throws IOException {
    SSLSocket socket = socket(asked);
    socket.startHandshake();
    open.add(socket);
    return "opened";
  }

  private String finish(Arguments none) throws IOException {
    for (SSLSocket socket : open) {
      finish(socket);
      socket.close();
    }
    open.clear();
    return "finished";
  }

  private String reload(Arguments asked) {
    SSLFactoryUtils.reload(factory, factory(given, asked.text("keys")).build());
    return "reloaded";
  }

  private SSLSocket socket(Arguments asked) throws IOException {
    SSLSocket socket =
        (SSLSocket) factory.getSslSocketFactory().createSocket("localhost", given.number("port"));
    socket.setEnabledProtocols(new String[] {asked.text("protocol")});
    return socket;
  }

  private static String finish(SSLSocket socket) throws IOException {
    socket.getOutputStream().write(REQUEST);
    InputStream in = socket.getInputStream();
    SSLSession session = socket.getSession();
    in.readAllBytes();
    return session.getLocalCertificates()[0].getPublicKey().getAlgorithm();
  }
}
