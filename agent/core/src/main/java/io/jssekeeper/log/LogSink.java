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
 * <p>When writing fails, as on a full disk, it says so once, counts the records it could not write,
 * and tries again with later ones.
 */
public final class LogSink implements Sink {
  /** Is told, once, that the log does not work, and of each record that could not be written. */
  public interface Trouble {
    void failing(String target, Throwable cause);

    void lost(int records);
  }

  private static final int BATCH_CHARS = 1 << 16;

  private final String target;
  private final OutputStream out;
  private final LineFormat format;
  private final Set<Result> results;
  private final Trouble errors;
  private final StringBuilder batch = new StringBuilder();
  private int batched;
  private boolean failing;

  /**
   * @param target what the stream is called in a message
   * @param out unbuffered: it gets whole batches of lines
   */
  public LogSink(
      String target, OutputStream out, LineFormat format, Set<Result> results, Trouble errors) {
    this.format = format;
    this.target = target;
    this.out = out;
    this.results = results;
    this.errors = errors;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (results.contains(record.result())) {
      batch.append(format.line(record)).append('\n');
      batched++;
    }
    if (batch.length() >= BATCH_CHARS) {
      flush();
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
      errors.lost(batched);
      batch.append('\n'); // the stream may have taken a part, and end within a line
    }
    batched = 0;
  }

  private void reportOnce(IOException cause) {
    if (!failing) {
      failing = true;
      errors.failing(target, cause);
    }
  }
}
