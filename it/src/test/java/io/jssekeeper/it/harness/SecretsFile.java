package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A file of secrets for shared ticket keys, used by one test only. */
public final class SecretsFile {
  private final Path file = Settings.newFile("secrets", ".txt");

  public Path path() {
    return file;
  }

  /** Random bytes that are valid as a secret. */
  public static byte[] secret() {
    byte[] bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /** Replaces its content as an operator would: by a link or a move. */
  public SecretsFile hold(byte[]... secrets) {
    List<String> lines = new ArrayList<>();
    for (byte[] secret : secrets) {
      lines.add(Base64.getEncoder().encodeToString(secret) + "\n");
    }
    return holdContent(String.join("", lines).getBytes(StandardCharsets.US_ASCII));
  }

  /** The same, with content that is not a valid secret. */
  public SecretsFile holdContent(byte[] content) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.write(draft, content);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
