package io.jssekeeper.cli.print;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where the command line prints: its streams, how wide they are, and whether they have colours.
 *
 * <p>Nothing of what a peer has said can turn a terminal: control codes are printed as {@code ?}.
 */
public final class Screen {
  /** As wide as it takes. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private final PrintStream out;
  private final PrintStream err;
  private final int width;
  private final boolean coloured;

  public Screen(PrintStream out, PrintStream err, int width, boolean coloured) {
    this.out = out;
    this.err = err;
    this.width = width;
    this.coloured = coloured;
  }

  /** Columns that a line may have. */
  public int width() {
    return width;
  }

  public boolean isColoured() {
    return coloured;
  }

  /** For text of our own, as the help. */
  public PrintWriter writer() {
    return new PrintWriter(out, true);
  }

  public void line(String text) {
    out.println(PlainText.of(text));
  }

  public void line(Style style, String text) {
    out.println(styled(style, PlainText.of(text)));
  }

  /** A sentence about something that went wrong. */
  public void error(String sentence) {
    err.println(styled(Style.BAD, "jsse-keeper:") + " " + PlainText.of(sentence));
  }

  /** What goes on meanwhile, in a line that the next one takes the place of; for terminals only. */
  public void progress(String text) {
    if (coloured) {
      err.print("\r\u001b[K" + PlainText.of(text));
      err.flush();
    }
  }

  String styled(Style style, String text) {
    return coloured ? style.on(text) : text;
  }

  /** Text that is plain already, but for styles of our own. */
  void raw(String text) {
    out.println(text);
  }

  /** The same for many lines at once: the process's own stream writes out each print by itself. */
  void raw(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line).append(System.lineSeparator());
    }
    out.print(text);
    out.flush();
  }

  /** Whether everything could be written so far: false once a pipe's reader has gone. */
  public boolean isRead() {
    return !out.checkError();
  }
}
