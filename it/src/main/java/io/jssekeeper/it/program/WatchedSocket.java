package io.jssekeeper.it.program;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/**
 * A plain socket beneath TLS that waits at a gate before it hears anything, and may break.
 *
 * <p>{@code breaks=write} lets the first write fail, as a connection does that the peer has reset,
 * {@code breaks=read} the first read.
 */
final class WatchedSocket extends Socket {
  private final Gate gate;
  private final String breaks;

  WatchedSocket(InetAddress address, int port, Gate gate, String breaks) throws IOException {
    super(address, port);
    this.gate = gate;
    this.breaks = breaks;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        gate.await();
        if (breaks.equals("read")) {
          throw new SocketException("Connection reset");
        }
        return super.read(bytes, offset, length);
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (breaks.equals("write")) {
          throw new SocketException("Broken pipe");
        }
        out.write(bytes, offset, length);
        gate.spoken();
      }
    };
  }

  @Override
  public synchronized void close() throws IOException {
    gate.spoken();
    super.close();
  }
}
