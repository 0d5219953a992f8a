package io.jssekeeper.bench.peers;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.ReferenceCountedOpenSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.SSLEngine;

/**
 * Netty's binding of BoringSSL. With the system property {@value #KEYS} an application's code for
 * ticket keys is added: without keys Netty turns tickets off.
 */
final class TcnativeLibrary implements TlsLibrary {
  /** A file of 48 bytes in base64, one key a line. */
  static final String KEYS = "bench.ticketKeys";

  private static final int NAME_BYTES = 16;
  private static final int KEY_BYTES = 16;

  private final SslContext server;
  private final SslContext client;

  TcnativeLibrary(Identity identity, CountingTrust trust) throws Exception {
    OpenSsl.ensureAvailability();
    server =
        SslContextBuilder.forServer(identity.key(), identity.certificate())
            .sslProvider(SslProvider.OPENSSL_REFCNT)
            .build();
    client =
        SslContextBuilder.forClient()
            .sslProvider(SslProvider.OPENSSL_REFCNT)
            .trustManager(trust)
            .endpointIdentificationAlgorithm(null)
            .build();
    String keys = System.getProperty(KEYS);
    if (keys != null) {
      ((ReferenceCountedOpenSslContext) server)
          .sessionContext()
          .setTicketKeys(
              Files.readAllLines(Path.of(keys)).stream()
                  .map(TcnativeLibrary::key)
                  .toArray(OpenSslSessionTicketKey[]::new));
    }
  }

  private static OpenSslSessionTicketKey key(String line) {
    byte[] bytes = Base64.getDecoder().decode(line);
    int macs = NAME_BYTES + KEY_BYTES;
    return new OpenSslSessionTicketKey(
        Arrays.copyOf(bytes, NAME_BYTES),
        Arrays.copyOfRange(bytes, macs, macs + KEY_BYTES),
        Arrays.copyOfRange(bytes, NAME_BYTES, macs));
  }

  @Override
  public SSLEngine server() {
    return server.newEngine(ByteBufAllocator.DEFAULT);
  }

  @Override
  public SSLEngine client(String peer, int port) {
    return client.newEngine(ByteBufAllocator.DEFAULT, peer, port);
  }

  @Override
  public void release(SSLEngine engine) {
    ReferenceCountUtil.release(engine);
  }
}
