package io.jssekeeper.it.harness;

import java.util.ArrayList;
import java.util.List;

/** Visitors of a TLS port that are no TLS clients trusting its server, made with the real tools. */
public enum Probe {
  /** Connects and closes, as {@code nc -z} does. */
  SILENT("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/PORT && exec 3>&-"),
  /** Sends the first bytes of a ClientHello and closes. */
  HALF_A_HELLO(
      "bash",
      "-c",
      "exec 3<>/dev/tcp/127.0.0.1/PORT && printf '\\x16\\x03\\x01\\x02\\x00\\x01\\x00' >&3 &&"
          + " exec 3>&-"),
  /** Speaks HTTP. */
  PLAIN_HTTP("curl", "-s", "-m", "20", "-o", "/dev/null", "http://127.0.0.1:PORT/"),
  /** Speaks another protocol, and waits for the answer. */
  NOT_TLS(
      "bash",
      "-c",
      "exec 3<>/dev/tcp/127.0.0.1/PORT && printf 'SSH-2.0-scan\\r\\n' >&3 && timeout 20 cat <&3"
          + " >/dev/null"),
  UNTRUSTING_CURL_TLS12("curl", "-s", "-m", "20", "--tls-max", "1.2", "https://localhost:PORT/"),
  UNTRUSTING_CURL_TLS13("curl", "-s", "-m", "20", "--tlsv1.3", "https://localhost:PORT/"),
  UNTRUSTING_OPENSSL(
      "bash",
      "-c",
      "openssl s_client -connect localhost:PORT -verify_return_error </dev/null >/dev/null 2>&1");

  private final List<String> line;

  Probe(String... line) {
    this.line = List.of(line);
  }

  /** Connects to that loopback port; returns the exit status that the tool's user sees. */
  public int send(long port) {
    Tool.require(line.get(0));
    List<String> words = new ArrayList<>();
    line.forEach(word -> words.add(word.replace("PORT", Long.toString(port))));
    return Command.run(words).status();
  }
}
