package io.jssekeeper.it.program;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/**
 * A DTLS client and its server, in memory.
 *
 * <p>{@code connect} makes one connection and closes it; {@code host} is the name that the client
 * believes it is talking to, {@code identify} an endpoint identification algorithm, {@code
 * lost=yes} drops the server's first datagram. {@code renew} replaces the server's context with a
 * new one.
 */
final class Datagrams {
  private static final int PORT = 4433;
  private static final long MILLIS_APART = 2;

  private final Arguments given;
  private final SSLContext client;
  private SSLContext server;

  private Datagrams(Arguments given) throws GeneralSecurityException, IOException {
    this.given = given;
    this.client = Material.datagramContext(given);
    this.server = Material.datagramContext(given);
  }

  public static void main(String[] words) throws Exception {
    Datagrams datagrams = new Datagrams(Arguments.of(words));
    new Console().on("connect", datagrams::connect).on("renew", datagrams::renew).serve("");
  }

  private String connect(Arguments asked) throws SSLException, InterruptedException {
    SSLEngine from = client.createSSLEngine(asked.text("host", "localhost"), PORT);
    from.setUseClientMode(true);
    if (asked.has("identify")) {
      SSLParameters parameters = from.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm(asked.text("identify"));
      from.setSSLParameters(parameters);
    }
    SSLEngine to = server.createSSLEngine();
    to.setUseClientMode(false);
    Thread.sleep(MILLIS_APART); // session times are in milliseconds
    long begin = System.currentTimeMillis();
    try {
      new DatagramPair(from, to, asked.has("lost")).handshake();
    } catch (SSLException failed) {
      return "failed thrown=" + Console.word(failed.toString());
    }
    SSLSession session = from.getSession();
    String result = session.getCreationTime() < begin ? "resumed" : "full";
    return "connected result=" + result + " protocol=" + session.getProtocol();
  }

  private String renew(Arguments none) throws GeneralSecurityException, IOException {
    server = Material.datagramContext(given);
    return "renewed";
  }
}
