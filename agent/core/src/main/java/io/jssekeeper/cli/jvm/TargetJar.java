package io.jssekeeper.cli.jvm;

import io.jssekeeper.channel.ChannelPaths;
import io.jssekeeper.channel.PrivateFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** This jar's path as another JVM sees it. */
final class TargetJar {
  private static final String FOLDER = "/tmp";
  private static final String SUFFIX = ".jar";

  private final long pid;
  private final TargetFiles files;

  TargetJar(long pid) {
    this.pid = pid;
    this.files = new TargetFiles(pid);
  }

  /**
   * The path that it has there too.
   *
   * @throws RefusedException if nothing is there
   */
  Path sameAsHere() throws RefusedException {
    Path jar = ownJar();
    if (files.isRootKnown() && !Files.isReadable(files.path(jar.toString()))) {
      throw new RefusedException(
          "JVM "
              + pid
              + " cannot read "
              + jar
              + ": use 'attach "
              + pid
              + " --copy', or copy the jar there, into its container");
    }
    return jar;
  }

  /**
   * Copies it to where that JVM's user, and no other, can read it; removes earlier copies for it.
   */
  Path copied() throws RefusedException {
    removeCopies();
    String name = prefix() + Long.toHexString(new SecureRandom().nextLong()) + SUFFIX;
    Path copy = Path.of(FOLDER, name);
    Path there = files.path(copy.toString());
    try (SeekableByteChannel channel = PrivateFile.create(there)) {
      files.give(there);
      Files.copy(ownJar(), Channels.newOutputStream(channel));
      return copy;
    } catch (IOException e) {
      removeCopies();
      throw new RefusedException(
          "cannot copy the jar to " + FOLDER + " of JVM " + pid + " (" + e + "): copy it there", e);
    }
  }

  /** What this class has copied for that JVM. */
  void removeCopies() {
    try (DirectoryStream<Path> copies =
        Files.newDirectoryStream(files.path(FOLDER), prefix() + "*" + SUFFIX)) {
      for (Path copy : copies) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException | RuntimeException unknown) {
      // Then it stays: it is a jar, in a folder for temporary files.
    }
  }

  private String prefix() {
    return ChannelPaths.PREFIX + files.pidThere() + "-";
  }

  private static Path ownJar() {
    try {
      return Path.of(TargetJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
