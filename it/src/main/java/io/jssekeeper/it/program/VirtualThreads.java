package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Client and server, each connection of either in a separate virtual thread, which JDK 21 and later
 * have. {@code run count=N} visits a few peers in turn, sixteen in parallel, and returns how often
 * a virtual thread was pinned ({@code jdk.VirtualThreadPinned}), how often with code of the keeper
 * on its stack, and where that was first; and how many thread-local variables were left with a
 * thread at most when its connection was closed.
 */
final class VirtualThreads {
  private static final int AT_ONCE = 16;
  private static final int PEERS = 8;
  private static final String PINNED = "jdk.VirtualThreadPinned";

  private final Arguments given;
  private final Connections connections;
  private final ServerSocket listening;
  private final ExecutorService threads;
  private final AtomicInteger locals = new AtomicInteger();

  private VirtualThreads(Arguments given, SSLContext context) throws Exception {
    this.given = given;
    connections = new Connections(context);
    listening = connections.listen(0, given);
    threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    VirtualThreads program = new VirtualThreads(given, Material.context(given));
    program.acceptAll();
    new Console().on("run", program::run).serve("");
  }

  private void acceptAll() {
    Thread acceptor = new Thread(this::acceptNext, "acceptor");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private void acceptNext() {
    try {
      while (true) {
        Connection accepted = connections.accept(listening, () -> given);
        threads.submit(() -> answer(accepted));
      }
    } catch (IOException closed) {
      System.err.println(closed);
    }
  }

  private Void answer(Connection accepted) throws IOException {
    try (Connection connection = accepted) {
      connection.handshake();
      Http.answer(connection);
    }
    noteLocals();
    return null;
  }

  private void noteLocals() {
    locals.accumulateAndGet(ThreadLocals.count(), Math::max);
  }

  private String run(Arguments asked) throws Exception {
    locals.set(0); // before JMX is up, the keeper does not know yet which threads have a CPU clock
    try (Recording recording = new Recording()) {
      recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      int resumed = visits(asked.number("count"));
      recording.stop();
      Path file = Files.createTempFile("pinned", ".jfr");
      try {
        recording.dump(file);
        return "ran resumed="
            + resumed
            + " locals="
            + locals
            + pinned(RecordingFile.readAllEvents(file));
      } finally {
        Files.delete(file);
      }
    }
  }

  private int visits(int count) throws InterruptedException, ExecutionException {
    Semaphore atOnce = new Semaphore(AT_ONCE);
    List<Future<Boolean>> visits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Arguments wanted =
          Arguments.of(
                  "port=" + listening.getLocalPort(),
                  "host=site-" + i % PEERS + ".example",
                  "protocols=" + (i / PEERS % 2 == 0 ? "TLSv1.3" : "TLSv1.2"))
              .orElse(given);
      atOnce.acquire();
      visits.add(
          threads.submit(
              () -> {
                try {
                  boolean isResumed = new Visit(connections, wanted).resumed();
                  noteLocals();
                  return isResumed;
                } finally {
                  atOnce.release();
                }
              }));
    }
    int resumed = 0;
    for (Future<Boolean> visit : visits) {
      resumed += visit.get() ? 1 : 0;
    }
    return resumed;
  }

  private static String pinned(List<RecordedEvent> events) {
    int pinned = 0;
    int ours = 0;
    String where = "nowhere";
    for (RecordedEvent event : events) {
      if (!event.getEventType().getName().equals(PINNED)) {
        continue; // the keeper's own events are included
      }
      RecordedStackTrace stack = event.getStackTrace();
      RecordedFrame frame = stack == null ? null : ours(stack);
      pinned++;
      if (frame != null) {
        ours++;
        where =
            ours > 1 ? where : frame.getMethod().getType().getName() + ":" + frame.getLineNumber();
      }
    }
    return " pinned=" + pinned + " ours=" + ours + " where=" + Console.word(where);
  }

  /** The topmost frame of keeper code, or null. */
  private static RecordedFrame ours(RecordedStackTrace stack) {
    for (RecordedFrame frame : stack.getFrames()) {
      String type = frame.getMethod().getType().getName();
      boolean isOurs = type.startsWith("io.jssekeeper.") && !type.startsWith("io.jssekeeper.it.");
      if (isOurs || type.startsWith("sun.security.ssl.Keeper")) {
        return frame;
      }
    }
    return null;
  }
}
