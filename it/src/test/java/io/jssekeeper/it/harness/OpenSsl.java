package io.jssekeeper.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code openssl} on the path, as a TLS client that says what it sees. */
public final class OpenSsl {
  private static final Pattern RESULT = Pattern.compile("(New|Reused), TLSv1\\.[23], Cipher is .*");
  private static final String REQUEST = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";

  private OpenSsl() {}

  /**
   * Runs {@code s_client} with one request.
   *
   * @return what each handshake was: {@code full} where it says {@code New}, {@code resumed} where
   *     it says {@code Reused}
   */
  public static List<String> connect(long port, String... options) {
    Tool.require("openssl");
    List<String> line =
        new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port));
    line.addAll(List.of("-servername", "shop.example", "-ign_eof"));
    line.addAll(List.of(options));
    return Command.run(line, REQUEST).lines().stream()
        .map(RESULT::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1).equals("New") ? "full" : "resumed")
        .toList();
  }
}
