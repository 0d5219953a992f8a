package io.jssekeeper.bench.soak;

import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** How often a handshake waited in the keeper's code for longer than a millisecond, by JFR. */
final class Waits {
  private static final String[] WAITS = {"jdk.ThreadPark", "jdk.JavaMonitorEnter"};

  private Recording recording;

  Waits() {
    start();
  }

  private void start() {
    recording = new Recording();
    for (String wait : WAITS) {
      recording.enable(wait).withThreshold(Duration.ofMillis(1)).withStackTrace();
    }
    recording.disable("io.jssekeeper.Handshake");
    recording.disable("io.jssekeeper.SessionRemoved");
    recording.start();
  }

  /** Forgets what was. */
  void reset() {
    recording.close();
    start();
  }

  /**
   * Of threads whose name begins so.
   *
   * @param file is overwritten
   */
  int count(String thread, Path file) throws Exception {
    int count = 0;
    recording.dump(file);
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        count += isWait(event) && isOf(event, thread) && isOurs(event) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isWait(RecordedEvent event) {
    String type = event.getEventType().getName();
    return type.equals(WAITS[0]) || type.equals(WAITS[1]);
  }

  private static boolean isOf(RecordedEvent event, String thread) {
    return event.getThread() != null
        && event.getThread().getJavaName() != null
        && event.getThread().getJavaName().startsWith(thread);
  }

  private static boolean isOurs(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return false;
    }
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String type = frame.getMethod().getType().getName();
      if (type.startsWith("sun.security.ssl.Keeper")
          || type.startsWith("io.jssekeeper.") && !type.startsWith("io.jssekeeper.bench.")) {
        return true;
      }
    }
    return false;
  }
}
