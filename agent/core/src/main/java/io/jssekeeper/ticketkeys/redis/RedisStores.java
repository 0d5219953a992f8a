package io.jssekeeper.ticketkeys.redis;

import io.jssekeeper.ticketkeys.SecretStore;
import io.jssekeeper.ticketkeys.SecretStores;
import io.jssekeeper.ticketkeys.UnusableSecretsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisException;

/** Connects to Redis or Valkey with Jedis, of which only the connection class is used. */
public final class RedisStores implements SecretStores {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final String PASSWORD_VARIABLE = "JSSE_KEEPER_REDIS_PASSWORD";

  private final RedisAddress address;
  private final String prefix;

  /**
   * @param prefix what all names in the store begin with
   */
  public RedisStores(RedisAddress address, String prefix) {
    this.address = address;
    this.prefix = prefix;
  }

  @Override
  public String name() {
    return (address.tls ? "rediss://" : "redis://") + address.host + ":" + address.port;
  }

  @Override
  public String prefix() {
    return prefix;
  }

  @Override
  public boolean isExposed() {
    try {
      return !address.tls && !InetAddress.getByName(address.host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return !address.tls;
    }
  }

  /**
   * A new connection each time: there is one a minute, and the host name may resolve differently by
   * then.
   */
  @Override
  public SecretStore connect() throws UnusableSecretsException {
    try {
      HostAndPort where = new HostAndPort(address.host, address.port);
      return new RedisStore(new Connection(where, config()), name());
    } catch (JedisException e) {
      throw new UnusableSecretsException(name() + " cannot be queried: " + RedisStore.why(e));
    } catch (GeneralSecurityException | IOException e) {
      throw new UnusableSecretsException(name() + " cannot be queried: " + e);
    }
  }

  /** Does not send the client's version to Redis: Jedis would look for it in its jar. */
  private DefaultJedisClientConfig config() throws GeneralSecurityException, IOException {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .connectionTimeoutMillis(PATIENCE_MILLIS)
            .socketTimeoutMillis(PATIENCE_MILLIS)
            .database(address.database())
            .user(address.user())
            .password(password());
    if (address.tls) {
      SSLParameters verified = new SSLParameters();
      verified.setEndpointIdentificationAlgorithm("HTTPS");
      config.ssl(true).sslSocketFactory(context().getSocketFactory()).sslParameters(verified);
    }
    return config.build();
  }

  /** Read each time, since it may be rotated. */
  private String password() throws IOException {
    if (address.passwordFile() == null) {
      return System.getenv(PASSWORD_VARIABLE);
    }
    String text = Files.readString(address.passwordFile(), StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).trim();
  }

  /** A separate context: the application chooses what the default one is made of. */
  private SSLContext context() throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(address.trustFile() == null ? null : store(address.trustFile()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store(Path pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + number++, each);
      }
    }
    return store;
  }
}
