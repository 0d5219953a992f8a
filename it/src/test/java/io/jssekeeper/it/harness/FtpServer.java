package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * The {@code vsftpd} or {@code proftpd} on the path, on loopback, which require data connections to
 * resume: their default. Needs root, since both change their user.
 */
public final class FtpServer implements AutoCloseable {
  private static final String VSFTPD =
      """
      background=NO
      listen_port=%1$d
      anonymous_enable=YES
      anon_root=%2$s/root
      anon_upload_enable=YES
      write_enable=YES
      secure_chroot_dir=%2$s/empty
      seccomp_sandbox=NO
      ssl_enable=YES
      allow_anon_ssl=YES
      force_anon_data_ssl=YES
      ssl_ciphers=HIGH
      rsa_cert_file=%2$s/both.pem
      """;

  private static final String PROFTPD =
      """
      ServerType standalone
      DefaultServer on
      ModulePath /usr/lib/proftpd
      LoadModule mod_tls.c
      Port %1$d
      User nobody
      Group nogroup
      PidFile %2$s/pid
      ScoreboardFile %2$s/scoreboard
      SystemLog %2$s/log
      UseFtpUsers off
      WtmpLog off
      TransferLog none
      DelayEngine off
      UseReverseDNS off
      <Anonymous %2$s/root>
        User nobody
        Group nogroup
        UserAlias anonymous nobody
        RequireValidShell off
      </Anonymous>
      TLSEngine on
      TLSRequired on
      TLSLog %2$s/tls.log
      TLSProtocol TLSv1.2 TLSv1.3
      TLSECCertificateFile %2$s/both.pem
      TLSECCertificateKeyFile %2$s/both.pem
      """;

  /** Where it listens, and whether the connection starts with TLS: lines of its configuration. */
  private enum Shape {
    EXPLICIT("127.0.0.1", "listen=YES\nlisten_address=127.0.0.1\n", "DefaultAddress 127.0.0.1\n"),
    IMPLICIT(
        "127.0.0.1",
        EXPLICIT.vsftpd + "implicit_ssl=YES\n",
        EXPLICIT.proftpd + "TLSOptions UseImplicitSSL\n"),
    ON_IPV6("::1", "listen=NO\nlisten_ipv6=YES\nlisten_address6=::1\n", "DefaultAddress ::1\n");

    final String address;
    private final String vsftpd;
    private final String proftpd;

    Shape(String address, String vsftpd, String proftpd) {
      this.address = address;
      this.vsftpd = vsftpd;
      this.proftpd = proftpd;
    }

    String of(String tool) {
      return tool.equals("vsftpd") ? VSFTPD + vsftpd : PROFTPD + proftpd;
    }
  }

  private final int port = HttpGet.freePort();
  private final Process process;

  private FtpServer(String tool, Shape shape) {
    Tool.require(tool);
    if (!"root".equals(System.getProperty("user.name"))) {
      Tool.skip(tool + " is started by root only");
    }
    try {
      Path folder = folder();
      String text = shape.of(tool).formatted(port, folder);
      Path file = Files.writeString(folder.resolve("conf"), text);
      List<String> line =
          tool.equals("vsftpd")
              ? List.of("vsftpd", file.toString())
              : List.of("proftpd", "-n", "-q", "-c", file.toString());
      process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out").toFile())
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Awaitility.await().until(() -> HttpGet.isOpen(InetAddress.getByName(shape.address), port));
  }

  /** Where its unprivileged users can read, which may not be true of the work folder. */
  private static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("ftps");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(folder.resolve("empty"));
    Path upload = Files.createDirectories(root.resolve("up"));
    Files.setPosixFilePermissions(upload, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(root.resolve("file"), "content");
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    List<String> both = new ArrayList<>(Files.readAllLines(keys.pemKey()));
    both.addAll(Files.readAllLines(keys.certificate()));
    Path pem = Files.write(folder.resolve("both.pem"), both);
    Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-------"));
    return folder;
  }

  /** Skips the test, with the reason printed, if it cannot be started. */
  public static FtpServer explicit(String tool) {
    return new FtpServer(tool, Shape.EXPLICIT);
  }

  public static FtpServer implicit(String tool) {
    return new FtpServer(tool, Shape.IMPLICIT);
  }

  /** Only on {@code ::1}. */
  public static FtpServer onIpv6(String tool) {
    return new FtpServer(tool, Shape.ON_IPV6);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
