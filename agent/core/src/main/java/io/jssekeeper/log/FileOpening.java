package io.jssekeeper.log;

import io.jssekeeper.threads.KeeperThread;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Opens a file on its own thread: opening a pipe waits for its reader, opening a file on an
 * unresponsive disk waits for the disk, and neither can be interrupted. Thread-safe.
 */
public final class FileOpening implements Runnable {
  private static final String SLOW =
      "not opened within %d ms: a pipe without a reader, or a disk that does not respond";

  private final Path path;
  private final Thread thread = KeeperThread.daemon("jsse-keeper-log", this);
  private OutputStream out;
  private IOException failure;
  private boolean abandoned;

  /** Starts immediately. */
  public FileOpening(Path path) {
    this.path = path;
    thread.start();
  }

  @Override
  public void run() {
    try {
      hand(LogStreams.file(path));
    } catch (IOException e) {
      fail(e);
    } catch (Throwable t) {
      fail(new IOException(t.toString(), t));
    }
  }

  private synchronized void hand(OutputStream opened) throws IOException {
    if (abandoned) {
      opened.close();
    } else {
      out = opened;
      notifyAll();
    }
  }

  private synchronized void fail(IOException e) {
    failure = e;
    notifyAll();
  }

  /**
   * The file, opened for appending; or the reason why it is not open, which may be that it takes
   * longer than that many milliseconds. It may still open later.
   */
  public synchronized OutputStream await(long millis) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (out == null && failure == null && left > 0) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      left = (end - System.nanoTime()) / 1_000_000;
    }
    if (failure != null) {
      throw failure;
    }
    if (out == null) {
      throw new IOException(String.format(SLOW, millis));
    }
    return out;
  }

  /** The same, or null until it is open. */
  public synchronized OutputStream opened() {
    return out;
  }

  /** It is no longer wanted, and is closed as soon as it is open. */
  public synchronized void abandon() throws IOException {
    abandoned = true;
    if (out != null) {
      out.close();
    }
  }
}
