package io.jssekeeper.ticketkeys;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the secrets of a file, or of all files in a folder, ordered by name. */
final class SecretFiles {
  static final int MAX_SECRETS = 16;
  private static final int MAX_BYTES = 64 << 10;

  private SecretFiles() {}

  /**
   * The secrets, in order; the caller overwrites them after use.
   *
   * @throws UnusableSecretsException with a message that begins with the path
   */
  static List<byte[]> read(Path path) throws UnusableSecretsException {
    List<byte[]> secrets = new ArrayList<>();
    try {
      for (Path file : files(path)) {
        secrets.addAll(readOne(file));
      }
      refuseMany(path, secrets);
      return secrets;
    } catch (UnusableSecretsException e) {
      SecretBytes.wipe(secrets);
      throw e;
    } catch (NoSuchFileException e) {
      SecretBytes.wipe(secrets);
      throw new UnusableSecretsException(path + " does not exist");
    } catch (IOException | RuntimeException e) {
      SecretBytes.wipe(secrets);
      throw new UnusableSecretsException(path + " cannot be read: " + e);
    }
  }

  /** In a mounted Secret the files are links, beside folders whose names begin with a dot. */
  static Set<Path> files(Path path) throws IOException, UnusableSecretsException {
    Set<Path> files = new TreeSet<>();
    if (!Files.isDirectory(path)) {
      files.add(path);
      return files;
    }
    try (java.nio.file.DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
      for (Path each : all) {
        if (!each.getFileName().toString().startsWith(".") && Files.isRegularFile(each)) {
          files.add(each);
        }
      }
    }
    if (files.isEmpty()) {
      throw new UnusableSecretsException(path + " contains no file");
    }
    return files;
  }

  private static List<byte[]> readOne(Path file) throws IOException, UnusableSecretsException {
    refuseWritable(file);
    byte[] content = content(file);
    try {
      return SecretBytes.parse(content);
    } catch (UnusableSecretsException e) {
      throw new UnusableSecretsException(file + " " + e.getMessage());
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  private static void refuseWritable(Path file) throws IOException, UnusableSecretsException {
    if (permits(file, PosixFilePermission.OTHERS_WRITE)) {
      throw new UnusableSecretsException(file + " can be written by every user");
    }
  }

  static boolean permits(Path file, PosixFilePermission what) throws IOException {
    return Files.getFileStore(file).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(file).contains(what);
  }

  /** Not through a channel, which copies through a buffer that it keeps. */
  private static byte[] content(Path file) throws IOException, UnusableSecretsException {
    byte[] buffer = new byte[MAX_BYTES + 1];
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      int length = in.readNBytes(buffer, 0, buffer.length);
      if (length > MAX_BYTES) {
        throw new UnusableSecretsException(file + " has more than " + MAX_BYTES + " bytes");
      }
      return Arrays.copyOf(buffer, length);
    } finally {
      Arrays.fill(buffer, (byte) 0);
    }
  }

  private static void refuseMany(Path path, List<byte[]> secrets) throws UnusableSecretsException {
    if (secrets.size() > MAX_SECRETS) {
      throw new UnusableSecretsException(
          path + " has " + secrets.size() + " secrets; the maximum is " + MAX_SECRETS);
    }
    for (int i = 0; i < secrets.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Arrays.equals(secrets.get(i), secrets.get(j))) {
          throw new UnusableSecretsException(path + " has a secret twice");
        }
      }
    }
  }
}
