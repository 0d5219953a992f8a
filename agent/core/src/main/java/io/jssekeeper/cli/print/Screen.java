package io.jssekeeper.cli.print;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where the command line prints: its streams, their width, and whether they have colours.
 *
 * <p>Text from a peer cannot control the terminal: control codes are printed as {@code ?}.
 */
public final class Screen {
  /** Unlimited width. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private final PrintStream out;
  private final PrintStream err;
  private final int width;
  private final boolean coloured;
  private final Progress progress;

  public Screen(PrintStream out, PrintStream err, int width, boolean coloured) {
    this.out = out;
    this.err = err;
    this.width = width;
    this.coloured = coloured;
    this.progress = new Progress(err);
  }

  /** Columns that a line may have. */
  public int width() {
    return width;
  }

  public boolean isColoured() {
    return coloured;
  }

  /** For our own text, such as the help. */
  public PrintWriter writer() {
    return new PrintWriter(out, true);
  }

  public void line(String text) {
    progress.clear();
    out.println(PlainText.of(text));
  }

  public void line(Style style, String text) {
    progress.clear();
    out.println(styled(style, PlainText.of(text)));
  }

  /** A sentence about an error. */
  public void error(String sentence) {
    progress.clear();
    err.println(styled(Style.BAD, "jsse-keeper:") + " " + PlainText.of(sentence));
  }

  /**
   * A command begins: after a second, a terminal shows how long it has been working, until its work
   * is done.
   */
  public void begin(String command) {
    if (coloured) {
      progress.begin(command);
    }
  }

  /** What the command is doing now, on a line that the next output replaces; for terminals only. */
  public void progress(String text) {
    if (coloured) {
      progress.show(text);
    }
  }

  /** Its work is done, or it waits for what may never come: no more progress is shown. */
  public void end() {
    progress.end();
  }

  String styled(Style style, String text) {
    return coloured ? style.on(text) : text;
  }

  /** Prints text that is plain except for our own styles. */
  void raw(String text) {
    progress.clear();
    out.println(text);
  }

  /** The same for many lines at once: the process's own stream writes each print separately. */
  void raw(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line).append(System.lineSeparator());
    }
    progress.clear();
    out.print(text);
    out.flush();
  }

  /** Whether everything could be written so far: false once a pipe's reader is gone. */
  public boolean isRead() {
    return !out.checkError();
  }
}
