package io.jssekeeper.metrics.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jssekeeper.metrics.MeterSet;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers requests for {@code /metrics} in Prometheus' text format, and no others. */
final class Scrape implements HttpHandler {
  private static final String PATH = "/metrics";
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NO_BODY = -1;

  private final PrometheusMeterRegistry registry;
  private final MeterSet meters;

  Scrape(PrometheusMeterRegistry registry, MeterSet meters) {
    this.registry = registry;
    this.meters = meters;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      answer(exchange);
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
    } else if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
    } else {
      meters.follow(); // so that a cache is there as soon as its handshakes are
      send(exchange, registry.scrape(FORMAT).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, byte[] text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", FORMAT);
    exchange.sendResponseHeaders(OK, text.length);
    exchange.getResponseBody().write(text);
  }
}
