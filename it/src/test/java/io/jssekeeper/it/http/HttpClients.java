package io.jssekeeper.it.http;

import io.jssekeeper.it.program.Arguments;
import io.jssekeeper.it.program.Console;
import io.jssekeeper.it.program.Heap;
import io.jssekeeper.it.program.Material;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;

/**
 * Every HTTP client, each with a separate TLS context.
 *
 * <p>{@code get client=NAME url=URL atonce=N} sends N requests in parallel, each over a new
 * connection, and answers how many succeeded; {@code timeout seconds=N} sets the session timeout of
 * all clients, {@code collect} runs the garbage collector.
 */
public final class HttpClients {
  /** Requests a page over a new connection. */
  interface Get {
    void get(String url) throws Exception;
  }

  private static final int MOST_AT_ONCE = 16;

  private final Map<String, Get> clients = new LinkedHashMap<>();
  private final List<SSLContext> contexts = new ArrayList<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(MOST_AT_ONCE);

  private HttpClients(Arguments given) throws Exception {
    clients.put("jdk", JdkClient.of(context(given)));
    clients.put("httpclient5", ApacheClient.of(context(given)));
    clients.put("okhttp", new OkHttp(context(given), Material.trust(given)));
    clients.put("netty", new NettyClient(context(given)));
  }

  /** The names by which {@code get} knows them. */
  public static List<String> names() {
    return List.of("jdk", "httpclient5", "okhttp", "netty");
  }

  public static void main(String[] words) throws Exception {
    HttpClients clients = new HttpClients(Arguments.of(words));
    new Console()
        .on("get", clients::get)
        .on("timeout", wanted -> clients.timeout(wanted.number("seconds")))
        .on("collect", Heap::collect)
        .serve("");
  }

  private SSLContext context(Arguments given) throws Exception {
    SSLContext context = Material.context(given);
    contexts.add(context);
    return context;
  }

  private String timeout(int seconds) {
    contexts.forEach(context -> context.getClientSessionContext().setSessionTimeout(seconds));
    return "timeout seconds=" + seconds;
  }

  private String get(Arguments wanted) throws Exception {
    Get client = clients.get(wanted.text("client"));
    String url = wanted.text("url");
    List<Callable<String>> visits = new ArrayList<>();
    for (int i = 0; i < wanted.number("atonce", 1); i++) {
      visits.add(() -> visit(client, url));
    }
    int got = 0;
    String failure = "none";
    for (Future<String> visit : workers.invokeAll(visits)) {
      String outcome = visit.get();
      if (outcome.isEmpty()) {
        got++;
      } else {
        failure = outcome;
      }
    }
    return "got pages=" + got + " failure=" + failure;
  }

  /** What went wrong; empty if the page came. */
  private static String visit(Get client, String url) {
    try {
      client.get(url);
      return "";
    } catch (Exception failed) {
      return Console.word(failed.toString());
    }
  }
}
