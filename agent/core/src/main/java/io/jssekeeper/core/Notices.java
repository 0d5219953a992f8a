package io.jssekeeper.core;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.AccessController;
import java.security.PrivilegedAction;

/** The keeper's messages about itself: single lines on standard error. Thread-safe. */
public final class Notices {
  private static final OutputStream STANDARD_ERROR = standardError();

  private Notices() {}

  /**
   * The first message may come from a hook, on a stack to which a security manager permits nothing.
   * If even this jar may not open it, {@code System.err} is used: an initialiser that throws would
   * break its caller for good.
   */
  private static OutputStream standardError() {
    try {
      return ofTheProcess();
    } catch (SecurityException e) {
      return System.err;
    }
  }

  @SuppressWarnings("removal")
  private static OutputStream ofTheProcess() {
    return AccessController.doPrivileged(
        new PrivilegedAction<OutputStream>() {
          @Override
          public OutputStream run() {
            return new FileOutputStream(FileDescriptor.err);
          }
        });
  }

  /**
   * Prints {@code jsse-keeper: } and that text, with line breaks and control codes replaced by
   * spaces.
   */
  public static void print(String text) {
    String line = "jsse-keeper: " + inOneLine(text) + "\n";
    try {
      STANDARD_ERROR.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      // It is closed; or System.err is the application's own, and throws.
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
