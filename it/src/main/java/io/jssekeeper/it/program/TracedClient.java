package io.jssekeeper.it.program;

import javax.net.ssl.SSLContext;

/**
 * A TLS client that uses OpenTelemetry once it is told to.
 *
 * <p>{@code load} loads a class of its API and initialises none; {@code use telemetry=CLASS} begins
 * to use one, {@code register} makes that the global one. {@code connect} makes a connection, in a
 * span if one is in use unless {@code span=no}. {@code events} and {@code points} tell what came.
 */
final class TracedClient {
  private static final String FOLDER = "io.jssekeeper.it.telemetry.";
  private static final String API = "io.opentelemetry.api.trace.Span";

  private final Arguments given;
  private final SSLContext context;
  private Traced telemetry;

  private TracedClient(Arguments given) throws Exception {
    this.given = given;
    this.context = Material.context(given);
  }

  public static void main(String[] words) throws Exception {
    TracedClient client = new TracedClient(Arguments.of(words));
    new Console()
        .on("connect", client::connect)
        .on("load", none -> "loaded class=" + Class.forName(API, false, loader()).getName())
        .on("use", client::use)
        .on("register", none -> client.register())
        .on("events", none -> "events all=" + Console.word(client.telemetry.events()))
        .on("points", none -> "points all=" + Console.word(client.telemetry.points()))
        .serve("");
  }

  private static ClassLoader loader() {
    return TracedClient.class.getClassLoader();
  }

  private String use(Arguments asked) throws ReflectiveOperationException {
    Class<?> type = Class.forName(FOLDER + asked.text("telemetry"), true, loader());
    telemetry = (Traced) type.getConstructor().newInstance();
    return "used";
  }

  private String register() {
    telemetry.register();
    return "registered";
  }

  private String connect(Arguments asked) {
    Visit visit = new Visit(new Connections(context), asked.orElse(given));
    return telemetry == null || asked.text("span", "yes").equals("no")
        ? visit.answer()
        : telemetry.inSpan(visit::answer);
  }
}
