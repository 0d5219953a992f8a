package io.jssekeeper.commands;

import io.jssekeeper.channel.ChannelPaths;
import io.jssekeeper.channel.PrivateFile;
import io.jssekeeper.channel.Question;
import io.jssekeeper.channel.ValueWriter;
import io.jssekeeper.channel.Verdict;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The files of questions and answers, in a world-writable folder. Accepts only questions owned by
 * this JVM's user; a command line run by root gives its file to that user. For one thread.
 */
final class Mailbox {
  private static final long UNFINISHED_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long UNREAD_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final byte[] NONE = {};
  private static final int BUFFER = 64 * 1024;

  private final String questions;
  private final File file;
  private final Path path;

  /** When each answer was given. */
  private final Map<Path, Long> unread = new LinkedHashMap<>();

  private Object me;
  private boolean isWaiting;
  private long waitsSince;

  Mailbox(String questions) {
    this.questions = questions;
    file = new File(questions);
    path = file.toPath();
  }

  /** Allocates nothing. */
  boolean isRung() {
    return file.exists();
  }

  boolean hasUnread() {
    return !unread.isEmpty();
  }

  /**
   * Takes the current question; null if it is incomplete. Questions that stay incomplete, belong to
   * another user or make no sense are removed too.
   */
  Question take() throws IOException {
    byte[] bytes;
    try {
      bytes = read();
    } catch (NoSuchFileException e) {
      isWaiting = false;
      return null;
    } catch (IOException e) {
      bytes = NONE;
    }
    if (!Question.isWhole(bytes)) {
      giveUpLater();
      return null;
    }
    isWaiting = false;
    Files.deleteIfExists(path);
    return question(bytes);
  }

  private static Question question(byte[] bytes) {
    try {
      return Question.of(bytes);
    } catch (IOException e) {
      return null;
    }
  }

  private byte[] read() throws IOException {
    long size = PrivateFile.attributes(path).size();
    if (size > Question.MAX_BYTES || !me().equals(PrivateFile.owner(path))) {
      return NONE;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    try (SeekableByteChannel channel = PrivateFile.open(path)) {
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
    }
    return bytes.array();
  }

  /**
   * Determined as the owner of a file that it creates: no API of Java 11 returns the user's number.
   */
  private Object me() throws IOException {
    if (me == null) {
      Path mine = Path.of(questions + "-mine");
      PrivateFile.create(mine).close();
      try {
        me = PrivateFile.owner(mine);
      } finally {
        Files.deleteIfExists(mine);
      }
    }
    return me;
  }

  private void giveUpLater() {
    long now = System.nanoTime();
    if (!isWaiting) {
      isWaiting = true;
      waitsSince = now;
    } else if (now - waitsSince > UNFINISHED_NANOS) {
      isWaiting = !file.delete();
      waitsSince = now;
    }
  }

  /** Appears at once, and complete. */
  void answer(Question question, Verdict verdict, Object value) throws IOException {
    Path part = Path.of(ChannelPaths.unfinished(questions, question.id()));
    Path whole = Path.of(ChannelPaths.answer(questions, question.id()));
    try {
      write(part, verdict, value);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      unread.put(whole, System.nanoTime());
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(Path part, Verdict verdict, Object value) throws IOException {
    SeekableByteChannel channel = PrivateFile.create(part);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER))) {
      out.writeByte(verdict.ordinal());
      new ValueWriter(out).write(value);
    }
  }

  /** Forgets answers that were read, and deletes those that were not read for a while. */
  void clear(boolean all) throws IOException {
    if (unread.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    Iterator<Map.Entry<Path, Long>> each = unread.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Path, Long> answer = each.next();
      if (all || now - answer.getValue() > UNREAD_NANOS) {
        Files.deleteIfExists(answer.getKey());
      }
      if (!Files.exists(answer.getKey())) {
        each.remove();
      }
    }
  }
}
