package io.jssekeeper.ticketkeys;

import io.jssekeeper.model.SecretOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets from a file or a folder, for all periods. Changes are detected by content, since a
 * mounted Secret is updated by swapping a link.
 */
final class FileSecrets implements SecretSource {
  /** A file system in memory, as used for mounted Secrets. */
  private static final List<String> MEMORY = java.util.Arrays.asList("tmpfs", "ramfs");

  private final Path path;
  private final Periods periods;
  private final long settleMillis;
  private final KeyNotices notices;
  private final Map<String, Long> since = new HashMap<>();
  private SecretOrder order = SecretOrder.FIRST;
  private boolean readBefore;
  private boolean permissionsTold;

  /**
   * @param settle how long a new secret only opens, so that all nodes have it before one seals with
   *     it
   */
  FileSecrets(Path path, Periods periods, Duration settle, KeyNotices notices) {
    this.path = path;
    this.periods = periods;
    settleMillis = settle.toMillis();
    this.notices = notices;
  }

  FileSecrets sealedBy(SecretOrder chosen) {
    order = chosen;
    return this;
  }

  /** With the one that seals in front. */
  private List<byte[]> inOrder(List<byte[]> secrets) {
    List<byte[]> ordered = new ArrayList<>(secrets);
    if (order == SecretOrder.PENULTIMATE && ordered.size() > 1) {
      ordered.add(0, ordered.remove(ordered.size() - 2));
    }
    return ordered;
  }

  @Override
  public List<RingEntry> read(Moment now) throws UnusableSecretsException {
    List<byte[]> bytes = inOrder(SecretFiles.read(path));
    List<RingEntry> entries = new ArrayList<>();
    for (byte[] each : bytes) {
      entries.add(entry(Secret.of(each, periods), now));
    }
    tellReadable();
    forget(entries);
    readBefore = true;
    return entries;
  }

  private RingEntry entry(Secret secret, Moment now) {
    for (RingEntry known : now.ring.entries()) {
      if (known.secret.isSame(secret)) {
        secret.destroy();
        return known;
      }
    }
    since.put(secret.fingerprint(), firstSeen(now.millis));
    long seals = readBefore ? now.millis + settleMillis : Long.MIN_VALUE;
    return new RingEntry(secret, Long.MIN_VALUE, Long.MAX_VALUE, seals);
  }

  /** A secret found at startup is as old as its file. */
  private long firstSeen(long nowMillis) {
    try {
      return readBefore
          ? nowMillis
          : Math.min(nowMillis, Files.getLastModifiedTime(path).toMillis());
    } catch (IOException e) {
      return nowMillis;
    }
  }

  private void forget(List<RingEntry> entries) {
    List<String> fingerprints = new ArrayList<>();
    for (RingEntry entry : entries) {
      fingerprints.add(entry.secret.fingerprint());
    }
    since.keySet().retainAll(fingerprints);
  }

  /** The newest file shows when the secrets were last rotated. */
  @Override
  public long ageMillis(long nowMillis) {
    long youngest = -1;
    for (long first : since.values()) {
      long age = Math.max(0, nowMillis - first);
      youngest = youngest < 0 ? age : Math.min(youngest, age);
    }
    return youngest;
  }

  private void tellReadable() {
    if (permissionsTold) {
      return;
    }
    try {
      for (Path file : SecretFiles.files(path)) {
        if (SecretFiles.permits(file, PosixFilePermission.OTHERS_READ)
            && !MEMORY.contains(Files.getFileStore(file).type())) {
          permissionsTold = true;
          notices.say(file + " can be read by every user of this machine; its mode should be 0600");
          return;
        }
      }
    } catch (IOException | UnusableSecretsException | RuntimeException e) {
      // It was readable a moment ago; the next read reports what is wrong now.
    }
  }

  @Override
  public void close() {}
}
