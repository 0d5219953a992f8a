package io.jssekeeper.log;

import io.jssekeeper.core.Notices;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.LongAdder;

/** Reports once that the log cannot be written, and counts the lost records. Thread-safe. */
public final class LogErrors implements LogSink.Trouble {
  private final LongAdder lost = new LongAdder();

  @Override
  public void failing(String target, Throwable cause) {
    Notices.print(
        "cannot write handshake records to "
            + target
            + " ("
            + why(cause)
            + "); TLS is not affected; lost records are counted as RecordsDropped");
  }

  /** A {@link FileSystemException}'s meaning is often only in its type. */
  static String why(Throwable cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such directory";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    boolean isNamed = cause instanceof FileSystemException;
    String reason = isNamed ? ((FileSystemException) cause).getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }

  @Override
  public void lost(int records) {
    lost.add(records);
  }

  public long lost() {
    return lost.sum();
  }
}
