package io.jssekeeper.it.program;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Connections in memory of which one record or one ticket is spoiled, both ends by one thread.
 *
 * <p>{@code fuzz from=N to=M} does a round for each number, which decides what is spoiled and how.
 * Each has new contexts: a connection as it should be, the spoiled one, and a third as it should
 * be. The answer has a letter for each round, as {@link FuzzedRound} gives it, and the places of
 * exceptions that came through the keeper.
 */
final class Fuzz {
  private final KeyManager[] keys;
  private final TrustManager[] trust;
  private final StringBuilder ours = new StringBuilder();

  private Fuzz(Arguments given) throws Exception {
    keys = Material.keyManagers(given);
    trust = Material.trustManagers(given);
  }

  public static void main(String[] words) throws Exception {
    Fuzz fuzz = new Fuzz(Arguments.of(words));
    new Console().on("fuzz", fuzz::rounds).serve("");
  }

  private String rounds(Arguments asked) throws Exception {
    StringBuilder endings = new StringBuilder();
    for (int number = asked.number("from"); number < asked.number("to"); number++) {
      FuzzedRound round = new FuzzedRound(context(), number);
      endings.append(round.run());
      if (isOurs(round.thrown())) {
        ours.append(number).append(':').append(round.thrown()).append(';');
      }
    }
    return "fuzzed endings=" + endings + " ours=" + Console.word(ours.toString());
  }

  private SSLContext context() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust, null);
    return context;
  }

  /** Whether it was thrown by the keeper, and not by what that calls or is called by. */
  private static boolean isOurs(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      StackTraceElement[] trace = each.getStackTrace();
      if (trace.length > 0 && isOurs(trace[0])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith("io.jssekeeper.")
            && !frame.getClassName().startsWith("io.jssekeeper.it.")
        || frame.getClassName().startsWith("sun.security.ssl.Keeper");
  }
}
