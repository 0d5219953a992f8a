package io.jssekeeper.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Collects the lines of one output stream of a process; thread-safe. */
final class Lines {
  /** Unified logging (JEP 158), and the JVM's older warnings. */
  private static final Pattern OF_THE_JVM =
      Pattern.compile("\\[\\d+[.,]\\d+s\\]\\[|[A-Za-z0-9 -]+ VM warning: ");

  private final List<String> all = new ArrayList<>();
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final Thread reader;

  Lines(InputStream stream) {
    reader = new Thread(() -> collect(stream), "lines");
    reader.setDaemon(true);
    reader.start();
  }

  private void collect(InputStream stream) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(line);
      }
    } catch (IOException ended) {
      add("(the stream broke: " + ended + ")");
    }
  }

  private synchronized void add(String line) {
    all.add(line);
    unread.add(line);
  }

  synchronized List<String> all() {
    return List.copyOf(all);
  }

  /**
   * The next unread line of the program, or an empty text after that many seconds without any. The
   * JVM itself may print others in between: JDK 11 an empty one when a recording starts, and all of
   * them their warnings.
   */
  String next(long seconds) throws InterruptedException {
    String line = unread.poll(seconds, TimeUnit.SECONDS);
    while (line != null && (line.isEmpty() || OF_THE_JVM.matcher(line).lookingAt())) {
      line = unread.poll(seconds, TimeUnit.SECONDS);
    }
    return line == null ? "" : line;
  }

  /** Waits until the process has closed the stream, so that nothing more can come. */
  void awaitEnd(long seconds) throws InterruptedException {
    reader.join(TimeUnit.SECONDS.toMillis(seconds));
  }
}
