package io.jssekeeper.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The streams a log can be written to. */
public final class LogStreams {
  private LogStreams() {}

  /**
   * The process's standard error: not {@code System.err}, which the application may redirect and
   * lock.
   */
  public static OutputStream standardError() {
    return new FileOutputStream(FileDescriptor.err) {
      @Override
      public void close() {
        // It is the application's.
      }
    };
  }

  /**
   * Appends to a file, and creates it if it does not exist, or no longer exists. For one thread.
   */
  public static OutputStream file(Path path) throws IOException {
    return new AppendedFile(path);
  }
}
