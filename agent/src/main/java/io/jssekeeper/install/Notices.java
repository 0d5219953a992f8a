package io.jssekeeper.install;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * What the keeper has to say of itself: single lines on the process's standard error. Thread-safe.
 */
public final class Notices {
  private static final OutputStream STANDARD_ERROR = standardError();

  private Notices() {}

  /** The first to speak may be a hook, on a stack that a security manager lets open nothing. */
  @SuppressWarnings("removal")
  private static OutputStream standardError() {
    return AccessController.doPrivileged(
        new PrivilegedAction<OutputStream>() {
          @Override
          public OutputStream run() {
            return new FileOutputStream(FileDescriptor.err);
          }
        });
  }

  /** Prints {@code jsse-keeper: } and that text, with line breaks and control codes made spaces. */
  public static void say(String text) {
    String line = "jsse-keeper: " + inOneLine(text) + "\n";
    try {
      STANDARD_ERROR.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nobody is listening.
    }
  }

  private static String inOneLine(String text) {
    char[] line = text.toCharArray();
    for (int i = 0; i < line.length; i++) {
      if (Character.isISOControl(line[i]) || line[i] == '\u2028' || line[i] == '\u2029') {
        line[i] = ' ';
      }
    }
    return new String(line);
  }
}
