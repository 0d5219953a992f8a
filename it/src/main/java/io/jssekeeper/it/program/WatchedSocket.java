package io.jssekeeper.it.program;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;

/**
 * A plain socket beneath TLS, as an application may supply one: it waits at a gate before it reads
 * anything, and breaks on command.
 *
 * <p>{@code write} and {@code read}: with the {@code SocketException} of a connection reset by the
 * peer. {@code own-write} and {@code own-read}: with an {@code IOException} of another kind. {@code
 * stall}: nothing that is written leaves, until the socket is closed. {@code second-write} and
 * {@code flush}: with a {@code SocketException}, after something has left.
 */
final class WatchedSocket extends Socket {
  private final Gate gate;
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile String breaks;
  private int writes;

  WatchedSocket(InetAddress address, int port, Gate gate, String breaks) throws IOException {
    super(address, port);
    this.gate = gate;
    this.breaks = breaks;
  }

  /** Not connected. */
  WatchedSocket() {
    this.gate = Gate.OPEN;
    this.breaks = "";
  }

  /** Breaks from now on. */
  void breakBy(String how) {
    breaks = how;
  }

  /** Waits until a write is blocked. */
  void awaitStalled() throws InterruptedException {
    stalled.await();
  }

  private void checkRead() throws IOException {
    if (breaks.equals("read")) {
      throw new SocketException("Connection reset");
    }
    if (breaks.equals("own-read")) {
      throw new IOException("the transport is broken");
    }
  }

  private void checkWrite() throws IOException {
    if (breaks.equals("write")) {
      throw new SocketException("Broken pipe");
    }
    if (breaks.equals("own-write")) {
      throw new IOException("the transport is broken");
    }
    if (breaks.equals("second-write") && ++writes > 1) {
      throw new SocketException("Broken pipe");
    }
    if (breaks.equals("stall")) {
      stall();
    }
  }

  private void stall() throws SocketException {
    stalled.countDown();
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new SocketException("Socket closed");
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        gate.await();
        checkRead();
        int count = super.read(bytes, offset, length);
        checkRead(); // it may have been told to break while it waited
        return count;
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        checkWrite();
        out.write(bytes, offset, length);
        gate.spoken();
      }

      @Override
      public void flush() throws IOException {
        out.flush();
        if (breaks.equals("flush")) {
          throw new SocketException("Broken pipe");
        }
      }
    };
  }

  @Override
  public synchronized void close() throws IOException {
    gate.spoken();
    closed.countDown();
    super.close();
  }
}
