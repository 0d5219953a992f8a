package io.jssekeeper.log;

import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Writes records as lines to a stream. For one thread.
 *
 * <p>If writing fails, for instance on a full disk, it reports that once, counts the lost records,
 * and tries again with later ones.
 */
public final class LogSink implements Sink {
  /** Notified once that the log does not work, and of each record that could not be written. */
  public interface Trouble {
    void failing(String target, Throwable cause);

    void lost(int records);
  }

  /** Which records are written, and how. Immutable. */
  public static final class Lines {
    final LineFormat format;
    final Set<Result> results;
    final Trouble trouble;

    /**
     * @param results other results are left out
     * @param trouble is notified of failures
     */
    public Lines(LineFormat format, Set<Result> results, Trouble trouble) {
      this.format = format;
      this.results = results;
      this.trouble = trouble;
    }
  }

  private static final int BATCH_CHARS = 1 << 16;

  private final String target;
  private final OutputStream out;
  private final Lines lines;
  private final StringBuilder batch = new StringBuilder();
  private int batched;
  private boolean failing;

  /**
   * @param target the stream's name in messages
   * @param out unbuffered: it receives whole batches of lines
   */
  public LogSink(String target, OutputStream out, Lines lines) {
    this.target = target;
    this.out = out;
    this.lines = lines;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (lines.results.contains(record.result())) {
      add(record);
    }
    if (batch.length() >= BATCH_CHARS) {
      flush();
    }
  }

  /** All of a line or, if there is no heap for it, nothing. */
  private void add(HandshakeRecord record) {
    int begin = batch.length();
    boolean isWhole = false;
    try {
      lines.format.append(record, batch);
      batch.append('\n');
      batched++;
      isWhole = true;
    } finally {
      if (!isWhole) {
        batch.setLength(begin);
      }
    }
  }

  @Override
  public void flush() {
    if (batched > 0) {
      boolean written = false;
      try {
        out.write(batch.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        written = true;
      } catch (IOException e) {
        reportOnce(e);
      } finally {
        beginBatch(written);
      }
    }
  }

  @Override
  public void close() {
    flush();
    try {
      out.close();
    } catch (IOException e) {
      reportOnce(e);
    }
  }

  @Override
  public String toString() {
    return target;
  }

  private void beginBatch(boolean lastWritten) {
    batch.setLength(0);
    if (!lastWritten) {
      lines.trouble.lost(batched);
      batch.append('\n'); // the stream may have accepted a part, and end within a line
    }
    batched = 0;
  }

  private void reportOnce(IOException cause) {
    if (!failing) {
      failing = true;
      lines.trouble.failing(target, cause);
    }
  }
}
