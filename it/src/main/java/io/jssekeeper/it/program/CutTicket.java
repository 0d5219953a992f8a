package io.jssekeeper.it.program;

import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * A proxy in one thread: {@code cut} makes a connection whose server sends a NewSessionTicket that
 * is truncated after its lifetime of one second and its second field; {@code visit} makes a correct
 * one to another server, and returns whether it was resumed.
 */
final class CutTicket {
  private static final byte[] CUT = {4, 0, 0, 8, 0, 0, 0, 1, 11, 22, 33, 44};

  private final SSLContext context;

  private CutTicket(SSLContext context) {
    this.context = context;
  }

  public static void main(String[] words) throws Exception {
    CutTicket program = new CutTicket(Material.context(Arguments.of(words)));
    new Console().on("cut", program::cut).on("visit", program::visit).serve("");
  }

  private String cut(Arguments none) throws IOException, ReflectiveOperationException {
    SSLException refused = new EnginePair(context, "cut.example").send(CUT);
    return "cut refused=" + (refused != null);
  }

  private String visit(Arguments none) throws IOException, InterruptedException {
    long began = System.currentTimeMillis();
    while (System.currentTimeMillis() == began) {
      Thread.onSpinWait();
    }
    boolean resumed = new EnginePair(context, "site.example").sessionCreated() <= began;
    return "visited result=" + (resumed ? "resumed" : "full");
  }
}
