package io.jssekeeper.cli.jvm;

import io.jssekeeper.channel.ChannelPaths;
import io.jssekeeper.channel.PrivateFile;
import io.jssekeeper.channel.Question;
import io.jssekeeper.channel.ValueReader;
import io.jssekeeper.channel.Verdict;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks a keeper through files that only its user can read. For one thread. */
final class KeeperChannel {
  private static final long TAKEN_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long ANSWERED_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long STEP_MILLIS = 2;
  private static final int ID_BYTES = 16;
  private static final int BUFFER = 64 * 1024;

  private final long pid;
  private final String questions;
  private final TargetFiles files;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param questions the file for them, as that JVM sees it
   */
  KeeperChannel(long pid, String questions) {
    this.pid = pid;
    this.questions = questions;
    this.files = new TargetFiles(pid);
  }

  /**
   * @param name an attribute or operation of the keeper's MBean
   */
  Object ask(String name, List<?> arguments) throws RefusedException {
    Question question = new Question(id(), name, arguments);
    try {
      Object key = put(question.bytes());
      return read(await(question, key), question);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("interrupted: the keeper's answer is not known", e);
    } catch (IOException e) {
      throw new RefusedException(
          "cannot ask the keeper in JVM "
              + pid
              + " by its file "
              + questions
              + " ("
              + e
              + "): run the command as its user, on the machine or in its container",
          e);
    }
  }

  private String id() {
    StringBuilder id = new StringBuilder();
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    for (byte each : bytes) {
      id.append(String.format("%02x", each));
    }
    return id.toString();
  }

  /**
   * Another command may have just put its own there: it is taken within a quarter of a second.
   * Returns what distinguishes this one from a later one.
   */
  private Object put(byte[] bytes) throws IOException, InterruptedException, RefusedException {
    Path file = files.path(questions);
    long began = System.nanoTime();
    while (true) {
      try (SeekableByteChannel out = PrivateFile.create(file)) {
        return write(bytes, file, out);
      } catch (FileAlreadyExistsException e) {
        pause(began, TAKEN_NANOS);
      }
    }
  }

  /** It is not complete, and so not taken, before everything is written. */
  private Object write(byte[] bytes, Path file, SeekableByteChannel out) throws IOException {
    try {
      files.give(file);
      Object key = key(file);
      out.write(ByteBuffer.wrap(bytes));
      return key;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Path await(Question question, Object key)
      throws IOException, InterruptedException, RefusedException {
    Path asked = files.path(questions);
    Path answer = files.path(ChannelPaths.answer(questions, question.id()));
    long began = System.nanoTime();
    while (!Files.exists(answer)) {
      boolean isTaken = !key(asked).equals(key);
      try {
        pause(began, isTaken ? ANSWERED_NANOS : TAKEN_NANOS);
      } catch (RefusedException e) {
        if (!isTaken) {
          Files.deleteIfExists(asked);
        }
        throw e;
      }
    }
    return answer;
  }

  /** Distinguishes a file from a later one with the same name, and from none. */
  private static Object key(Path file) {
    try {
      return String.valueOf(PrivateFile.attributes(file).fileKey());
    } catch (IOException gone) {
      return "";
    }
  }

  private void pause(long began, long most) throws InterruptedException, RefusedException {
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new RefusedException("JVM " + pid + " has ended: see 'list'");
    }
    if (System.nanoTime() - began > most) {
      throw new RefusedException(
          "the keeper in JVM "
              + pid
              + " has not answered for "
              + TimeUnit.NANOSECONDS.toSeconds(most)
              + " s: see whether that JVM is stopped or busy, and retry");
    }
    Thread.sleep(STEP_MILLIS);
  }

  private Object read(Path answer, Question question) throws IOException, RefusedException {
    try (SeekableByteChannel channel = PrivateFile.open(answer);
        DataInputStream in =
            new DataInputStream(
                new BufferedInputStream(Channels.newInputStream(channel), BUFFER))) {
      files.requireTheirs(answer);
      int verdict = in.readUnsignedByte();
      Object value = new ValueReader(in, channel.size()).read();
      if (verdict >= Verdict.values().length) {
        throw new IOException("no verdict: " + verdict);
      }
      return judged(Verdict.values()[verdict], value, question);
    } finally {
      Files.deleteIfExists(answer);
    }
  }

  private Object judged(Verdict verdict, Object value, Question question) throws RefusedException {
    switch (verdict) {
      case DONE:
        return value;
      case REFUSED:
        throw new RefusedException("the keeper in JVM " + pid + " refuses: " + value);
      case UNKNOWN:
        throw new RefusedException(
            "the keeper in JVM "
                + pid
                + " is of another version and cannot answer ("
                + question.name()
                + "): use its own jar");
      case GONE:
        throw new RefusedException("the keeper was detached from JVM " + pid + ": see 'list'");
      default:
        throw new RefusedException(
            "the keeper in JVM " + pid + " failed (" + value + "): see its standard error");
    }
  }
}
