package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys and certificates, made by {@code keytool} once per test run.
 *
 * <p>Self-signed, for {@code localhost}, {@code 127.0.0.1} and {@code *.example}.
 */
public final class KeyMaterial {
  private static final String PASSWORD = "changeit";
  private static final String NAMES = "SAN=dns:localhost,ip:127.0.0.1,dns:*.example";

  /** Also for JVMs whose clock a test has set back. */
  private static final List<String> VALID = List.of("-startdate", "-30d", "-validity", "60");

  private static final KeyMaterial SHARED = make(Settings.work().resolve("keys"));

  private final Pair rsa;
  private final Pair ec;
  private final Path trust;

  private KeyMaterial(Pair rsa, Pair ec, Path trust) {
    this.rsa = rsa;
    this.ec = ec;
    this.trust = trust;
  }

  /**
   * A private key and its certificate.
   *
   * @param store a PKCS #12 store of both
   * @param trust a PKCS #12 store of the certificate
   * @param certificate the certificate in PEM
   */
  public record Pair(Path store, Path trust, Path certificate) {

    /** The private key in PEM, unencrypted, as {@code openssl} extracts it from the store. */
    synchronized Path pemKey() {
      Path key = store.resolveSibling(store.getFileName() + ".key");
      if (Files.exists(key)) {
        return key;
      }
      List<String> line = new ArrayList<>(List.of("openssl", "pkcs12", "-nodes", "-nocerts"));
      line.addAll(List.of("-in", store.toString(), "-passin", "pass:" + PASSWORD));
      line.addAll(List.of("-out", key.toString()));
      run(line);
      return key;
    }
  }

  public static KeyMaterial shared() {
    return SHARED;
  }

  public Pair rsa() {
    return rsa;
  }

  public Pair ec() {
    return ec;
  }

  /** A PKCS #12 store of both certificates. */
  public Path trust() {
    return trust;
  }

  private static KeyMaterial make(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var old = Files.list(folder)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    Pair rsa = pair(folder, "rsa", "-keyalg", "RSA", "-keysize", "2048");
    Pair ec = pair(folder, "ec", "-keyalg", "EC", "-groupname", "secp256r1");
    Path trust = folder.resolve("both-trust.p12");
    trust(trust, "rsa", rsa.certificate());
    trust(trust, "ec", ec.certificate());
    return new KeyMaterial(rsa, ec, trust);
  }

  /** An EC key whose certificate expires after that many seconds. */
  public static Pair expiringIn(int seconds) {
    Path folder = newFolder();
    List<String> valid = List.of("-startdate", "-1d+" + seconds + "S", "-validity", "1");
    return pair(folder, "ec", valid, "-keyalg", "EC", "-groupname", "secp256r1");
  }

  /** An EC key whose certificate expired a day ago, from a trusted issuer. */
  public static Pair expired() {
    Path folder = newFolder();
    Pair issuer =
        pair(
            folder,
            "issuer",
            VALID,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-ext",
            "BC=ca:true");
    Path store = folder.resolve("leaf.p12");
    Path request = folder.resolve("leaf.csr");
    Path certificate = folder.resolve("leaf.pem");
    List<String> generate = List.of("-genkeypair", "-alias", "leaf", "-keyalg", "EC");
    keytool(store, and(generate, "-groupname", "secp256r1", "-dname", "CN=leaf"));
    keytool(store, List.of("-certreq", "-alias", "leaf", "-file", request.toString()));
    List<String> sign = List.of("-gencert", "-rfc", "-alias", "issuer", "-ext", NAMES);
    List<String> files = List.of("-infile", request.toString(), "-outfile", certificate.toString());
    List<String> valid = List.of("-startdate", "-3d", "-validity", "2");
    keytool(issuer.store(), and(and(sign, files), valid));
    List<String> take = List.of("-importcert", "-noprompt", "-file");
    keytool(store, and(take, issuer.certificate().toString(), "-alias", "issuer"));
    keytool(store, and(take, certificate.toString(), "-alias", "leaf"));
    return new Pair(store, issuer.trust(), certificate);
  }

  private static List<String> and(List<String> words, String... more) {
    return and(words, List.of(more));
  }

  private static List<String> and(List<String> words, List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more);
    return all;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Settings.work()), "expiring");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** A key store with one key per host, and a trust store for them, in a separate folder. */
  public static Pair ofHosts(Path folder, String... hosts) {
    Path store = folder.resolve("hosts.p12");
    Path trust = folder.resolve("hosts-trust.p12");
    Path certificate = folder.resolve("host.pem");
    for (String host : hosts) {
      List<String> generate = new ArrayList<>(List.of("-genkeypair", "-alias", host));
      generate.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
      generate.addAll(List.of("-dname", "CN=" + host, "-ext", "SAN=dns:" + host));
      keytool(store, generate);
      export(store, host, certificate);
      trust(trust, host, certificate);
    }
    return new Pair(store, trust, certificate);
  }

  private static void export(Path store, String name, Path certificate) {
    keytool(store, List.of("-exportcert", "-rfc", "-alias", name, "-file", certificate.toString()));
  }

  private static Pair pair(Path folder, String name, String... key) {
    return pair(folder, name, VALID, key);
  }

  private static Pair pair(Path folder, String name, List<String> valid, String... key) {
    Path store = folder.resolve(name + ".p12");
    Path trust = folder.resolve(name + "-trust.p12");
    Path certificate = folder.resolve(name + ".pem");
    List<String> generate = new ArrayList<>(List.of("-genkeypair", "-alias", name));
    generate.addAll(List.of(key));
    generate.addAll(List.of("-dname", "CN=localhost", "-ext", NAMES));
    generate.addAll(valid);
    keytool(store, generate);
    export(store, name, certificate);
    trust(trust, name, certificate);
    return new Pair(store, trust, certificate);
  }

  private static void trust(Path store, String name, Path certificate) {
    keytool(
        store,
        List.of("-importcert", "-noprompt", "-alias", name, "-file", certificate.toString()));
  }

  private static void keytool(Path store, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(arguments);
    line.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    line.addAll(List.of("-storepass", PASSWORD));
    run(line);
  }

  private static void run(List<String> line) {
    Command.Outcome outcome = Command.run(line);
    if (outcome.status() != 0) {
      throw new IllegalStateException(line + ": " + outcome.lines());
    }
  }
}
