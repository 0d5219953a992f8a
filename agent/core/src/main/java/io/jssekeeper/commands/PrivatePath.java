package io.jssekeeper.commands;

import io.jssekeeper.channel.ChannelPaths;
import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;

/** Chooses the path of this keeper's questions and answers. Creates no file. */
final class PrivatePath {
  private static final String LINUX = "/proc/self";
  private static final String TMP = "/tmp";
  private static final String RANDOM = "/dev/urandom";

  private PrivatePath() {}

  static String make() {
    return folder() + File.separator + ChannelPaths.PREFIX + Long.toHexString(random());
  }

  /**
   * On Linux the folder that attaching needs too ({@code VirtualMachineImpl.tmpdir}), whatever
   * value the application has given {@code java.io.tmpdir}.
   */
  private static String folder() {
    return new File(LINUX).exists() && new File(TMP).isDirectory()
        ? TMP
        : new File(System.getProperty("java.io.tmpdir")).getAbsolutePath();
  }

  /**
   * Not with {@code SecureRandom}, which would load the security providers before the application
   * does.
   */
  private static long random() {
    try (InputStream in = new FileInputStream(RANDOM)) {
      return new DataInputStream(in).readLong();
    } catch (IOException e) {
      return new SplittableRandom().nextLong();
    }
  }
}
