package io.jssekeeper.it.http;

import io.jssekeeper.it.program.Arguments;
import io.jssekeeper.it.program.Console;
import io.jssekeeper.it.program.Heap;
import io.jssekeeper.it.program.Material;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every HTTP server, each with a separate TLS context; announces {@code ready jdk=PORT jetty=PORT
 * ...}.
 *
 * <p>{@code timeout seconds=N} sets the session timeout of all of them, {@code collect} runs the
 * garbage collector.
 */
public final class HttpServers {
  /** Starts a server that answers each request with a {@link Page} and closes the connection. */
  private interface Start {
    Served start(Arguments given) throws Exception;
  }

  private static final Map<String, Start> SERVERS = new LinkedHashMap<>();

  static {
    SERVERS.put("jdk", given -> JdkServer.start(Material.context(given)));
    SERVERS.put("jetty", given -> JettyServer.start(Material.context(given)));
    SERVERS.put("tomcat", given -> TomcatServer.start(given.text("keys")));
    SERVERS.put("undertow", given -> UndertowServer.start(Material.context(given)));
    SERVERS.put("netty", given -> NettyServer.start(Material.context(given)));
  }

  private HttpServers() {}

  /** The names by which the program announces them. */
  public static List<String> names() {
    return List.copyOf(SERVERS.keySet());
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    List<Served> all = new ArrayList<>();
    StringBuilder ready = new StringBuilder();
    for (Map.Entry<String, Start> server : SERVERS.entrySet()) {
      Served served = server.getValue().start(given);
      all.add(served);
      ready.append(server.getKey()).append('=').append(served.port()).append(' ');
    }
    serve(all, ready.toString());
  }

  private static void serve(List<Served> all, String ready) throws IOException {
    new Console()
        .on("timeout", wanted -> timeout(all, wanted.number("seconds")))
        .on("collect", Heap::collect)
        .serve(ready);
  }

  private static String timeout(List<Served> all, int seconds) {
    all.forEach(served -> served.sessions().setSessionTimeout(seconds));
    return "timeout seconds=" + seconds;
  }
}
