package io.jssekeeper.ticketkeys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rotates the secrets of a file: adds a new one in front and drops the oldest. For one thread. */
public final class SecretFile {
  private static final int SECRET_BYTES = 48;
  private static final List<Integer> RAW_LENGTHS = Arrays.asList(48, 80);
  private static final String HEADING =
      "# Secrets of TLS ticket keys: the first seals, all open. 'keys new' adds one.\n";

  private final Path file;

  public SecretFile(Path file) {
    this.file = file;
  }

  /**
   * Adds a secret. Readers see either the old file or the new one; only its owner can read it.
   *
   * @param keep how many to keep at most, 1 to 16
   * @return how many there are now
   * @throws UnusableSecretsException if the existing file holds no secrets; it is left unchanged
   */
  public int rotate(int keep) throws UnusableSecretsException, IOException {
    List<byte[]> secrets = new ArrayList<>();
    byte[] fresh = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(fresh);
    secrets.add(fresh);
    if (Files.exists(file)) {
      refuseRaw();
      secrets.addAll(SecretFiles.read(file));
    }
    List<byte[]> kept = secrets.subList(0, Math.min(keep, secrets.size()));
    write(kept);
    return kept.size();
  }

  private void refuseRaw() throws UnusableSecretsException, IOException {
    if (Files.isDirectory(file)) {
      throw new UnusableSecretsException(file + " is a folder; name a file");
    }
    if (RAW_LENGTHS.contains((int) Files.size(file))) {
      throw new UnusableSecretsException(
          file + " holds raw bytes, as nginx reads them; this command writes lines of text");
    }
  }

  private void write(List<byte[]> secrets) throws IOException {
    Path absolute = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path draft = absolute.resolveSibling("." + absolute.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try {
      try (FileChannel channel = FileChannel.open(draft, created(), ownersOnly(draft));
          OutputStream out = Channels.newOutputStream(channel)) {
        out.write(HEADING.getBytes(StandardCharsets.US_ASCII));
        for (byte[] secret : secrets) {
          out.write(Base64.getEncoder().encode(secret));
          out.write('\n');
        }
        channel.force(true);
      }
      Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Set<OpenOption> created() {
    Set<OpenOption> options = new HashSet<>();
    Collections.addAll(options, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return options;
  }

  private static FileAttribute<?>[] ownersOnly(Path draft) throws IOException {
    boolean isPosix = Files.getFileStore(draft.getParent()).supportsFileAttributeView("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
