package io.jssekeeper.it.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code openssl} on the path, as a TLS client that reports what it sees. */
public final class OpenSsl {
  private static final Pattern RESULT = Pattern.compile("(New|Reused), TLSv1\\.[23], Cipher is .*");
  private static final Pattern TICKET_BEGINS = Pattern.compile(" *0000 - ((?:[0-9a-f]{2} ){4})");
  private static final Pattern LIFETIME =
      Pattern.compile(" *TLS session ticket lifetime hint: ([0-9]+) .*");
  private static final String REQUEST = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";

  private OpenSsl() {}

  /**
   * Runs {@code s_client} with one request.
   *
   * @return each handshake: {@code full} where it prints {@code New}, {@code resumed} where it
   *     prints {@code Reused}
   */
  public static List<String> connect(long port, String... options) {
    return run(port, options).lines().stream()
        .map(RESULT::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1).equals("New") ? "full" : "resumed")
        .toList();
  }

  /** Whether {@code s_client} completes its handshake and receives the server's answer. */
  public static boolean succeeds(long port, String... options) {
    return run(port, options).status() == 0;
  }

  private static Command.Outcome run(long port, String... options) {
    Tool.require("openssl");
    List<String> line =
        new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port));
    line.addAll(List.of("-servername", "shop.example", "-ign_eof"));
    line.addAll(List.of(options));
    return Command.run(line, REQUEST);
  }

  /** The number of the key that sealed a session's ticket, which JSSE writes in front of it. */
  public static String ticketKey(Path session) {
    return told(session, TICKET_BEGINS);
  }

  /** How long the server lets a client use a session's ticket. */
  public static Duration ticketLifetime(Path session) {
    return Duration.ofSeconds(Long.parseLong(told(session, LIFETIME)));
  }

  private static String told(Path session, Pattern what) {
    List<String> line = List.of("openssl", "sess_id", "-noout", "-text", "-in", session.toString());
    return Command.run(line).lines().stream()
        .map(what::matcher)
        .filter(Matcher::lookingAt)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(session + " has no ticket"));
  }
}
