package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The {@code nginx}, {@code haproxy}, {@code openssl}, {@code socat}, {@code apache2}, {@code
 * slapd}, {@code gnutls-serv} or {@code postgres} on the path, as a TLS server on loopback; when
 * restarted, it keeps its port and nothing else.
 */
public final class RealServer implements AutoCloseable {
  private static final String NGINX =
      """
      daemon off;
      master_process off;
      pid %1$s.pid;
      error_log %1$s.log;
      events {}
      http {
        access_log off;
        client_body_temp_path %1$s-body;
        proxy_temp_path %1$s-proxy;
        fastcgi_temp_path %1$s-fastcgi;
        uwsgi_temp_path %1$s-uwsgi;
        scgi_temp_path %1$s-scgi;
        server {
          listen 127.0.0.1:%2$d ssl;
          ssl_certificate %3$s;
          ssl_certificate_key %4$s;
          ssl_protocols TLSv1.2 TLSv1.3;
          %5$s
          location / { return 200 "ok\\n"; }
        }
      }
      """;

  private static final String HAPROXY =
      """
      global
        nbthread 1
        %4$s
      defaults
        mode http
        timeout connect 5s
        timeout client 5s
        timeout server 5s
      frontend pages
        bind 127.0.0.1:%2$d ssl crt %3$s
        http-request return status 200 content-type text/plain string "ok\\n"
      """;

  private static final String BALANCER =
      """
      defaults
        mode tcp
        timeout connect 5s
        timeout client 5s
        timeout server 5s
      frontend all
        bind 127.0.0.1:%d
        default_backend nodes
      backend nodes
        balance roundrobin
      """;

  /** Debian's modules; {@code User} and {@code Group} are required when root starts it. */
  private static final String HTTPD =
      """
      ServerName localhost
      LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
      LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
      LoadModule socache_shmcb_module /usr/lib/apache2/modules/mod_socache_shmcb.so
      LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
      User www-data
      Group www-data
      Listen 127.0.0.1:%2$d
      PidFile %1$s.pid
      DefaultRuntimeDir %6$s
      ErrorLog %1$s.log
      SSLEngine on
      SSLCertificateFile %3$s
      SSLCertificateKeyFile %4$s
      %5$s
      """;

  private static final String SLAPD =
      """
      TLSCertificateFile %s
      TLSCertificateKeyFile %s
      """;

  private final int port = HttpGet.freePort();
  private final Path base;
  private final List<String> line = new ArrayList<>();
  private Process process;

  private RealServer(String tool) {
    Tool.require(tool);
    base = Settings.work().resolve(tool + "-" + port).toAbsolutePath();
    line.add(tool);
  }

  /**
   * Skips the test, with the reason printed, where there is none.
   *
   * @param settings lines for its TLS
   */
  public static RealServer nginx(String settings) {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    RealServer server = new RealServer("nginx");
    Path configuration =
        server.configuration(
            NGINX.formatted(server.base, server.port, keys.certificate(), keys.pemKey(), settings));
    return server.with("-p", server.base.getParent()).with("-c", configuration).start();
  }

  /**
   * The same for HAProxy.
   *
   * @param settings for its section {@code global}
   */
  public static RealServer haProxy(String settings) {
    RealServer server = new RealServer("haproxy");
    Path configuration =
        server.configuration(
            HAPROXY.formatted(server.base, server.port, server.certificateAndKey(), settings));
    return server.with("-db").with("-f", configuration).start();
  }

  /** The same for a HAProxy in front of these servers, used in turn. */
  public static RealServer balancerOf(RealServer... nodes) {
    RealServer server = new RealServer("haproxy");
    StringBuilder text = new StringBuilder(BALANCER.formatted(server.port));
    for (RealServer node : nodes) {
      text.append("  server node-%1$d 127.0.0.1:%1$d%n".formatted(node.port));
    }
    return server.with("-db").with("-f", server.configuration(text.toString())).start();
  }

  /** The same for GnuTLS' server. */
  public static RealServer gnuTls() {
    KeyMaterial.Pair keys = KeyMaterial.shared().rsa();
    RealServer server = new RealServer("gnutls-serv");
    return server
        .with("--http", "--port", server.port)
        .with("--x509certfile", keys.certificate(), "--x509keyfile", keys.pemKey())
        .start();
  }

  /** The same for PostgreSQL, which waits for an SSLRequest. */
  public static RealServer postgres() {
    Tool.require("initdb");
    Tool.require("setpriv");
    RealServer server = new RealServer("postgres");
    PostgresCluster cluster = PostgresCluster.in(server.base.getFileName().toString());
    server.line.clear();
    return server
        .with((Object[]) cluster.asItsUser())
        .with("postgres", "-D", cluster.folder(), "-p", server.port)
        .with("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=")
        .with("-c", "ssl=on", "-c", "ssl_cert_file=" + cluster.certificate())
        .with("-c", "ssl_key_file=" + cluster.key())
        .start();
  }

  /**
   * The same for {@code openssl s_server}.
   *
   * @param options of {@code s_server}; empty ones are ignored
   */
  public static RealServer openSsl(Object... options) {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    RealServer server = new RealServer("openssl");
    return server
        .with("s_server", "-www", "-accept", "127.0.0.1:" + server.port)
        .with("-cert", keys.certificate(), "-key", keys.pemKey())
        .with(options)
        .start();
  }

  /**
   * The same, for one that asks for certificates and has no session id context, so OpenSSL refuses
   * each resumption ("session id context uninitialized").
   */
  public static RealServer socat() {
    RealServer server = new RealServer("socat");
    String listen =
        "OPENSSL-LISTEN:%d,bind=127.0.0.1,fork,reuseaddr,verify=1,cert=%s,cafile=%s"
            .formatted(
                server.port, server.certificateAndKey(), KeyMaterial.shared().ec().certificate());
    return server.with(listen, "SYSTEM:sed -u /^.$/q").start();
  }

  /**
   * The same for Apache httpd.
   *
   * @param settings lines for its TLS
   */
  public static RealServer httpd(String settings) {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    RealServer server = new RealServer("apache2");
    String text =
        HTTPD.formatted(
            server.base,
            server.port,
            keys.certificate(),
            keys.pemKey(),
            settings,
            server.base.getParent());
    return server.with("-D", "FOREGROUND", "-f", server.configuration(text)).start();
  }

  /** The same for OpenLDAP, which waits for StartTLS. */
  public static RealServer slapd() {
    KeyMaterial.Pair keys = KeyMaterial.shared().rsa();
    RealServer server = new RealServer("slapd");
    Path configuration = server.configuration(SLAPD.formatted(keys.certificate(), keys.pemKey()));
    return server
        .with("-h", "ldap://127.0.0.1:" + server.port)
        .with("-f", configuration, "-d", "0")
        .start();
  }

  private RealServer with(Object... words) {
    Stream.of(words).map(Object::toString).filter(word -> !word.isEmpty()).forEach(line::add);
    return this;
  }

  private Path configuration(String text) {
    try {
      return Files.writeString(Path.of(base + ".conf"), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path certificateAndKey() {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    try {
      List<String> both = new ArrayList<>(Files.readAllLines(keys.certificate()));
      both.addAll(Files.readAllLines(keys.pemKey()));
      return Files.write(Path.of(base + ".pem"), both);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private RealServer start() {
    try {
      process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(Path.of(base + ".out").toFile())
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Awaitility.await().until(() -> HttpGet.isOpen(InetAddress.getLoopbackAddress(), port));
    return this;
  }

  /** Ends it and starts it again. */
  public void restart() {
    close();
    start();
  }

  /** Replaces that file of the configuration, and restarts. */
  public void restartWith(Path file, Path other) {
    try {
      Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    restart();
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
