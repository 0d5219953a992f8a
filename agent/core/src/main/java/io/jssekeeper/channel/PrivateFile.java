package io.jssekeeper.channel;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Files in a world-writable folder that only one user reads and writes. */
public final class PrivateFile {
  private static final String OWNER = "unix:uid";

  private PrivateFile() {}

  /**
   * Creates a new file for its owner alone ({@code O_EXCL}, mode 0600).
   *
   * @throws java.nio.file.FileAlreadyExistsException if that name exists, even as a link
   */
  public static SeekableByteChannel create(Path file) throws IOException {
    Set<OpenOption> options = new HashSet<>();
    options.add(StandardOpenOption.CREATE_NEW);
    options.add(StandardOpenOption.WRITE);
    if (!views().contains("posix")) {
      return Files.newByteChannel(file, options);
    }
    FileAttribute<Set<PosixFilePermission>> ownersOnly =
        PosixFilePermissions.asFileAttribute(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    return Files.newByteChannel(file, options, ownersOnly);
  }

  /** Opens it for reading, without following links. */
  public static SeekableByteChannel open(Path file) throws IOException {
    Set<OpenOption> options = new HashSet<>();
    options.add(StandardOpenOption.READ);
    options.add(LinkOption.NOFOLLOW_LINKS);
    return Files.newByteChannel(file, options);
  }

  /** Its attributes, if it is a file and not a link. */
  public static BasicFileAttributes attributes(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException("no regular file: " + file);
    }
    return attributes;
  }

  /** The user that owns it: a number, or a name on systems without numbers. */
  public static Object owner(Path file) throws IOException {
    return views().contains("unix")
        ? Files.getAttribute(file, OWNER, LinkOption.NOFOLLOW_LINKS)
        : Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName();
  }

  /** Gives it to a user, by number. */
  public static void give(Path file, int user) throws IOException {
    Files.setAttribute(file, OWNER, user, LinkOption.NOFOLLOW_LINKS);
  }

  private static Set<String> views() {
    return FileSystems.getDefault().supportedFileAttributeViews();
  }
}
